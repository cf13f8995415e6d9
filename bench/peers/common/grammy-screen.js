// One screen by grammY: a picture with a caption, a change of the message that was pressed, or a message.
import { InputFile } from "grammy";
import { picture, remember } from "./pictures.js";
import { options } from "./screens.js";

export async function showScreen(ctx, screen, step) {
  const other = options(screen, step);
  if (screen.picture)
    remember(screen.picture, await ctx.replyWithPhoto(picture(screen.picture, (path) => new InputFile(path)), { caption: screen.text, ...other }));
  else if (screen.caption)
    await ctx.editMessageCaption({ caption: screen.text, ...other });
  else if (screen.edits)
    await ctx.editMessageText(screen.text, other);
  else
    await ctx.reply(screen.text, other);
}
