// Telegraf as it comes: it asks for the next updates when all of the last ones are answered.
import http from "node:http";
import { Input, Telegraf } from "telegraf";
import { callbackQuery, message } from "telegraf/filters";
import { decide } from "./common/dialogue.js";
import { picture, remember } from "./common/pictures.js";
import { options } from "./common/screens.js";
import { apiRoot, commands, database, token } from "./common/settings.js";
import { Store } from "./common/store.js";
import { stale } from "./common/texts.js";

const store = new Store(database);
// Its own agent keeps connections alive, but speaks https alone.
const bot = new Telegraf(token, { telegram: { apiRoot, agent: new http.Agent({ keepAlive: true }) } });

bot.on(message("text"), async (ctx) => {
  await show(ctx, await decide(store, ctx.chat.id, { text: ctx.message.text }));
});

bot.on(callbackQuery("data"), async (ctx) => {
  const decision = await decide(store, ctx.chat.id, { pressed: ctx.callbackQuery.data });
  if (decision.shown === undefined)
    await ctx.answerCbQuery(stale);
  else
    await Promise.all([ctx.answerCbQuery(), show(ctx, decision)]);
});

bot.catch((error) => console.error(error));

bot.launch();
bot.telegram.setMyCommands(commands).catch(console.error);

async function show(ctx, { shown, step }) {
  for (const screen of shown) {
    const other = options(screen, step);
    if (screen.picture)
      remember(screen.picture, await ctx.replyWithPhoto(picture(screen.picture, Input.fromLocalFile), { caption: screen.text, ...other }));
    else if (screen.caption)
      await ctx.editMessageCaption(screen.text, other);
    else if (screen.edits)
      await ctx.editMessageText(screen.text, other);
    else
      await ctx.reply(screen.text, other);
  }
}
