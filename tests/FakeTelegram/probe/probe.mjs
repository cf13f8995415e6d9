// A bot on a real client library against the fake Bot API server: receive, reply, keyboard, press, edit, error.
// usage: node probe.mjs <address of the fake> <token>
import { Bot, GrammyError, InlineKeyboard } from "grammy";

const [address, token] = process.argv.slice(2);
const user = 4242;
const failures = [];

function check(what, holds) {
  console.log(`${holds ? "PASS" : "FAIL"} ${what}`);
  if (!holds) failures.push(what);
}

async function control(path, body) {
  const answer = await fetch(`${address}/control/${path}`, body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

const once = () => {
  let done;
  const happened = new Promise((resolve) => (done = resolve));
  return { happened, done };
};

const bot = new Bot(token, { client: { apiRoot: address } });
const [heard, pressed, refused] = [once(), once(), once()];

bot.command("start", async (ctx) => {
  const sent = await ctx.reply("<b>Ready?</b>", {
    parse_mode: "HTML",
    reply_markup: new InlineKeyboard().text("Yes", "v1:yes:1-1"),
  });
  heard.done(sent);
});

bot.callbackQuery("v1:yes:1-1", async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText("Go.");
  pressed.done(ctx.callbackQuery);
});

bot.hears("fail", async (ctx) => {
  try {
    await ctx.reply("<b>unclosed", { parse_mode: "HTML" });
    refused.done(null);
  } catch (error) {
    refused.done(error);
  }
});

const overdue = setTimeout(() => {
  console.log("FAIL nothing came for 60 s");
  process.exit(1);
}, 60_000);

const running = bot.start({ allowed_updates: ["message", "callback_query"] });
await control("updates", { kind: "text", user, text: "/start" });
const sent = await heard.happened;
check("a text is received and answered", sent.text === "Ready?" && sent.chat.id === user);
check("HTML becomes an entity", sent.entities?.[0]?.type === "bold");
check("the keyboard is under it", sent.reply_markup?.inline_keyboard?.[0]?.[0]?.text === "Yes");

await control("updates", { kind: "press", user, text: "Yes" });
const press = await pressed.happened;
check("a press brings its data", press.data === "v1:yes:1-1" && press.from.id === user);
const messages = await control(`chats/${user}`);
check("the edit replaces text and keyboard", messages.at(-1).text === "Go." && !messages.at(-1).reply_markup);

await control("updates", { kind: "text", user, text: "fail" });
const error = await refused.happened;
check("a refusal is the library's own error", error instanceof GrammyError && error.error_code === 400);
check("it says what is wrong", /can't parse entities/.test(error?.description ?? ""));

await bot.stop();
await running;
const state = await control("state");
check("every press is answered", state.unanswered_queries.length === 0);
check("stopping confirms the last update", state.unconfirmed_updates === 0);
clearTimeout(overdue);
console.log(failures.length === 0 ? "PASS" : `FAIL ${failures.length}`);
process.exit(failures.length === 0 ? 0 : 1);
