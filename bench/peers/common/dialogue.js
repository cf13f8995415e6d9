import * as screens from "./screens.js";

/** Reads, decides and commits: nothing is said before it is on the disk. */
export async function decide(store, chat, said) {
  const before = store.read(chat);
  const { state, shown } = answer(before, said, Date.now());
  if (state !== undefined)
    await store.write(chat, state);
  return { shown, step: (state ?? before)?.step };
}

/**
 * Answers what somebody wrote or pressed.
 * @param state What was written for this chat; undefined: nothing.
 * @param said { text } or { pressed }.
 * @returns { state, shown }; state undefined: it stays; shown undefined: the button's step is over.
 */
function answer(state, said, now) {
  if (said.pressed === undefined)
    return command(state, said.text);
  const [verb, step] = said.pressed.split(":");
  if (state === undefined || Number(step) !== state.step)
    return {};
  const next = pressed(state, verb, now);
  return next === undefined ? {} : { state: { ...state, ...next.state, step: state.step + 1 }, shown: next.shown };
}

function command(state, text) {
  const step = (state?.step ?? 0) + 1;
  switch (text) {
    case "/start":
      return { state: { phase: "agreement", hold: 5, step }, shown: [screens.hello(), screens.agreement()] };
    case "/stop":
      return { state: { ...state, phase: "stopped", step }, shown: [screens.wayOut()] };
    case "/why":
      return { state: { ...state, step }, shown: [screens.why(state?.hold ?? 5)] };
    default:
      return { shown: [screens.hello()] };
  }
}

function pressed(state, verb, now) {
  switch (`${state.phase} ${verb}`) {
    case "agreement agree":
      return { state: { phase: "card", card: 0, agreedAt: now }, shown: [screens.card(0)] };
    case "card none":
      return state.card + 1 < screens.cards
        ? { state: { card: state.card + 1 }, shown: [screens.card(state.card + 1)] }
        : { state: { phase: "just now", screenedAt: now }, shown: [screens.justNow()] };
    case "just now no":
      return { state: { phase: "how long" }, shown: [screens.howLong()] };
    case "how long 15":
    case "how long 20":
    case "how long 30":
      return { state: { phase: "plan", minutes: Number(verb) }, shown: [screens.plan(now, Number(verb))] };
    case "plan go":
      return { state: { phase: "way in", pose: 0 }, shown: [screens.wayIn(0)] };
    case "way in start":
      return { state: { phase: "hold", since: now }, shown: [screens.hold(now, state.pose)] };
    case "hold done":
      return state.pose + 1 < screens.poses
        ? { state: { phase: "way in", pose: state.pose + 1 }, shown: [screens.wayIn(state.pose + 1)] }
        : { state: { phase: "stopped" }, shown: [screens.wayOut()] };
    default:
      return undefined;
  }
}
