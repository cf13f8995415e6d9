// grammY with its runner: updates of different chats at the same time, those of one chat in turn.
import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { decide } from "./dialogue.js";
import { showScreen } from "./grammy-screen.js";
import { apiRoot, commands, token } from "./settings.js";
import { stale } from "./texts.js";

export function start(store) {
  const bot = new Bot(token, { client: { apiRoot } });

  bot.use(sequentialize((ctx) => String(ctx.chatId)));

  bot.on("message:text", async (ctx) => {
    await show(ctx, await decide(store, ctx.chatId, { text: ctx.message.text }));
  });

  bot.on("callback_query:data", async (ctx) => {
    const decision = await decide(store, ctx.chatId, { pressed: ctx.callbackQuery.data });
    if (decision.shown === undefined)
      await ctx.answerCallbackQuery(stale);
    else
      await Promise.all([ctx.answerCallbackQuery(), show(ctx, decision)]);
  });

  bot.catch(({ error }) => console.error(error));

  run(bot);
  bot.api.setMyCommands(commands).catch(console.error);
}

async function show(ctx, { shown, step }) {
  for (const screen of shown)
    await showScreen(ctx, screen, step);
}
