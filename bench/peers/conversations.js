// grammY with its conversations: the dialogue is one function, replayed from its log for each update.
import { conversations, createConversation } from "@grammyjs/conversations";
import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { showScreen } from "./common/grammy-screen.js";
import * as screens from "./common/screens.js";
import { apiRoot, commands, database, token } from "./common/settings.js";
import { Store } from "./common/store.js";
import { stale } from "./common/texts.js";

const store = new Store(database);
const bot = new Bot(token, { client: { apiRoot } });

bot.use(sequentialize((ctx) => String(ctx.chatId)));

// The plugin writes after the replies of a step, and offers nothing to write before them.
bot.use(conversations({
  storage: {
    type: "key",
    getStorageKey: (ctx) => ctx.chatId === undefined ? undefined : String(ctx.chatId),
    adapter: {
      read: (chat) => store.read(Number(chat)),
      write: (chat, state) => store.write(Number(chat), state),
      delete: (chat) => store.delete(Number(chat)),
    },
  },
}));

bot.command("stop", async (ctx) => {
  await ctx.conversation.exitAll();
  await showScreen(ctx, screens.wayOut());
});

bot.command("why", (ctx) => showScreen(ctx, screens.why(5)));

bot.use(createConversation(routine));

bot.command("start", (ctx) => ctx.conversation.enter("routine"));

bot.on("callback_query", (ctx) => ctx.answerCallbackQuery(stale));

bot.catch(({ error }) => console.error(error));

run(bot);
bot.api.setMyCommands(commands).catch(console.error);

async function routine(conversation, ctx) {
  let step = 0;
  await showScreen(ctx, screens.hello());
  await showScreen(ctx, screens.agreement(), ++step);
  let at = await pressed("agree");
  for (let card = 0; card < screens.cards; card++) {
    await reply(at, screens.card(card));
    at = await pressed("none");
  }

  await reply(at, screens.justNow());
  at = await pressed("no");
  await reply(at, screens.howLong());
  at = await pressed("15", "20", "30");
  const minutes = Number(at.callbackQuery.data.split(":")[0]);
  await reply(at, screens.plan(await conversation.now(), minutes));
  at = await pressed("go");
  for (let pose = 0; pose < screens.poses; pose++) {
    await reply(at, screens.wayIn(pose));
    at = await pressed("start");
    await reply(at, screens.hold(await conversation.now(), pose));
    at = await pressed("done");
  }

  await reply(at, screens.wayOut());

  function pressed(...verbs) {
    return conversation.waitForCallbackQuery(verbs.map((verb) => `${verb}:${step}`), {
      otherwise: (other) => other.callbackQuery && other.answerCallbackQuery(stale),
    });
  }

  async function reply(to, screen) {
    await Promise.all([to.answerCallbackQuery(), showScreen(to, screen, ++step)]);
  }
}
