import * as texts from "./texts.js";

// What the bot shows, one for each step. A screen is { text, buttons, picture?, edits? }: buttons are rows of
// [label, verb, style?]; `edits` puts it in the place of the message that was pressed.

export const hello = () => ({ text: texts.hello });

export const agreement = () => ({
  text: texts.agreement,
  buttons: [[["I'm 18 or over, I agree", "agree", "primary"]], [["Use without saving", "guest"]], [["What is stored?", "stored"]]],
});

/** @param n From 0. */
export const card = (n) => ({
  text: `${n === 0 ? texts.beforeCards + "\n" : ""}${n + 1} of ${texts.cards.length} · ${texts.cards[n]}`,
  edits: n > 0,
  buttons: [[["None of these", "none", "primary"]], [["One or more, or not sure", "some"]]],
});

export const cards = texts.cards.length;

export const justNow = () => ({
  text: texts.justNow,
  edits: true,
  buttons: [[["No to all", "no", "primary"], ["One of these", "new"]]],
});

export const howLong = () => ({
  text: texts.howLong,
  edits: true,
  buttons: [[["15 minutes", "15"], ["20 minutes", "20"]], [["30 minutes", "30"], ["Another number", "other"]]],
});

export const plan = (now, minutes) => ({
  text: texts.plan(now, minutes),
  edits: true,
  buttons: [[["Start", "go", "primary"], ["Less time", "less"]], [["More time", "more"], ["Not now", "not-now"]]],
});

export const poses = texts.poses.length;

export const wayIn = (pose) => ({
  text: texts.poses[pose].wayIn,
  picture: texts.poses[pose].picture,
  buttons: [
    [["I'm in position", "start", "primary"], ["Skip this one", "skip"]],
    [["Dizzy", "dizzy", "danger"], ["Tingling or pain", "either", "danger"]],
  ],
});

export const hold = (now, pose) => ({
  text: texts.poses[pose].hold(now),
  caption: true,
  edits: true,
  buttons: [[["Done early", "done"], ["Dizzy", "dizzy", "danger"]], [["Tingling or pain", "either", "danger"]]],
});

export const wayOut = () => ({ text: texts.wayOut });

export const why = (minutes) => ({ text: texts.why(minutes) });

/** Telegram's fields for a screen; each button's data carries the step, so that an old one is known as such. */
export function options(screen, step) {
  return {
    parse_mode: "HTML",
    ...(screen.edits ? {} : { disable_notification: true }),
    ...(screen.picture || screen.caption ? {} : { link_preview_options: { is_disabled: true } }),
    ...(screen.buttons && {
      reply_markup: {
        inline_keyboard: screen.buttons.map((row) =>
          row.map(([text, verb, style]) => ({ text, callback_data: `${verb}:${step}`, ...(style && { style }) }))),
      },
    }),
  };
}
