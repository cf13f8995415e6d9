// As grammy.js, but the updates of one poll share a commit: more than one would write at first.
import { start } from "./common/grammy-bot.js";
import { database } from "./common/settings.js";
import { GroupedStore } from "./common/store.js";

start(new GroupedStore(database));
