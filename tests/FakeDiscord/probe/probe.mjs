// A bot on a real client library against the fake Discord: gateway, commands, buttons, select, modal, files, cuts.
// usage: node probe.mjs <address of the fake> <token>
import {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits,
  LabelBuilder, MessageFlags, ModalBuilder, Partials, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} from "discord.js";

const [address, token] = process.argv.slice(2);
const user = "4242";
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
  const json = await answer.json();
  if (json.error) throw new Error(json.error);
  return json;
}

const overdue = setTimeout(() => {
  console.log("FAIL nothing came for 90 s");
  process.exit(1);
}, 90_000);

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: `${address}/api`, timeout: 8000 },
});
client.on(Events.Error, (error) => check(`no client error: ${error.message}`, false));
const once = (event) => new Promise((resolve) => client.once(event, (...got) => resolve(got)));

/** Lets the person do something and gives the event that the library makes of it. */
async function when(event, action) {
  const got = once(event);
  await control("events", { user, ...action });
  return (await got)[0];
}

const interaction = (action) => when(Events.InteractionCreate, action);

async function refused(code, act) {
  try {
    await act();
    return false;
  } catch (error) {
    return error.code === code;
  }
}

const ready = once(Events.ClientReady);
await client.login(token);
await ready;
check("login gives bot and application", client.user.bot && client.application.id !== client.user.id);

const set = await client.application.commands.set([
  { name: "start", description: "Start", contexts: [0, 1], integrationTypes: [0, 1] },
  {
    name: "reminder",
    description: "Reminder",
    nameLocalizations: { de: "erinnerung" },
    options: [{ type: 3, name: "zone", description: "Zone", required: true, autocomplete: true }],
  },
]);
const again = await client.application.commands.set([...set.values()].map((command) => command.toJSON()));
check("commands keep their ids", set.size === 2 && [...set.keys()].every((id) => again.has(id)));
check("a bad command name is refused", await refused(50035, () => client.application.commands.create({ name: "Go!", description: "d" })));

const text = await when(Events.MessageCreate, { kind: "text", text: "hello" });
check("text in a direct message is received", text.content === "hello" && text.author.id === user && text.channel.isDMBased());

const row = new ActionRowBuilder().addComponents(
  new ButtonBuilder().setCustomId("v1:yes").setLabel("Yes").setStyle(ButtonStyle.Success),
  new ButtonBuilder().setURL("https://example.org").setLabel("Read").setStyle(ButtonStyle.Link),
);
const list = new ActionRowBuilder().addComponents(
  new StringSelectMenuBuilder().setCustomId("v1:pick").addOptions({ label: "One", value: "1" }, { label: "Two", value: "2" }),
);
const dm = await client.users.createDM(user, { force: true });
const sent = await dm.send({ content: "Ready?", embeds: [new EmbedBuilder().setTitle("T")], components: [row, list], nonce: "n1", enforceNonce: true });
check("a message keeps text, embed and components", sent.content === "Ready?" && sent.embeds[0].title === "T" && sent.components.length === 2);
const twice = await dm.send({ content: "Ready?", nonce: "n1", enforceNonce: true });
check("the same nonce gives the same message", twice.id === sent.id);

const press = await interaction({ kind: "press", text: "Yes" });
await press.update({ content: "Go.", components: [list] });
const edited = (await control(`dms/${user}`)).find((message) => message.id === sent.id);
check("a press updates its message", press.customId === "v1:yes" && edited.content === "Go." && edited.components.length === 1);

const choice = await interaction({ kind: "select", message_id: sent.id, custom_id: "v1:pick", values: ["2"] });
const input = new TextInputBuilder().setCustomId("feet").setStyle(TextInputStyle.Short).setMaxLength(20);
await choice.showModal(new ModalBuilder().setCustomId("v1:modal").setTitle("How?")
  .addLabelComponents(new LabelBuilder().setLabel("Feet").setTextInputComponent(input)));
const modal = await interaction({ kind: "submit", options: { feet: "warm" } });
check("a select opens a modal, the modal brings its text", choice.values[0] === "2" && modal.fields.getTextInputValue("feet") === "warm");
await modal.deferUpdate();
await modal.followUp({ content: "Only you", flags: MessageFlags.Ephemeral });
const unseen = (await control(`dms/${user}`)).at(-1);
check("a follow-up can be for one person", (unseen.flags & 64) === 64);
check("the bot's token does not see it", await refused(10008, () => dm.messages.fetch({ message: unseen.id, force: true })));

const typed = await interaction({ kind: "complete", command: "reminder", option: "zone", text: "Eur" });
await typed.respond([{ name: "Berlin", value: "Europe/Berlin" }]);
check("autocomplete brings what is typed", typed.options.getFocused() === "Eur");

const command = await interaction({ kind: "command", command: "start", context: 0 });
check("a command in a server has its member", command.inGuild() && command.member.user.id === user);
await command.deferReply({ flags: MessageFlags.Ephemeral });
await command.editReply("done");
const more = await command.followUp("more");
await command.webhook.editMessage(more.id, "more!");
await command.webhook.deleteMessage(more.id);
check("a deferral is filled in", (await command.fetchReply()).content === "done");
check("a second answer is refused", await refused(40060, () => client.rest.post(`/interactions/${command.id}/${command.token}/callback`,
  { body: { type: 4, data: { content: "x" } }, auth: false })));

const chart = new AttachmentBuilder(Buffer.from("abc"), { name: "chart.png", description: "A chart" });
const file = await dm.send({ embeds: [new EmbedBuilder().setImage("attachment://chart.png")], files: [chart] });
check("a file arrives with its description", file.attachments.first().size === 3 && file.attachments.first().description === "A chart");

await control("limits", { route: "POST /channels/{channel_id}/messages", limit: 2, seconds: 1 });
const burst = await Promise.all(["a", "b", "c", "d", "e"].map((content) => dm.send(content)));
check("a burst waits for its bucket and stays in order", burst.every((message, i) => i === 0 || BigInt(message.id) > BigInt(burst[i - 1].id)));

await control("events", { kind: "reach", user, reach: "closed" });
check("closed direct messages are 50007", await refused(50007, () => dm.send("x")));
await control("events", { kind: "reach", user, reach: "open" });

/** Something happens on the gateway while the person writes; the text has to arrive after the resume. */
async function survives(what, happening, meanwhile) {
  const [resumed, heard] = [once(Events.ShardResume), once(Events.MessageCreate)];
  await control("gateway", happening);
  await control("events", { kind: "text", user, text: what });
  await meanwhile?.();
  await resumed;
  check(`${what}: resumed, nothing lost`, (await heard)[0].content === what);
}

await survives("a cut", { kind: "drop" });
await survives("op 7", { kind: "reconnect" });
await survives("close 4000", { kind: "close", code: 4000 });

const closings = async () => (await control("frames")).filter((frame) => frame.kind === "ClosedByBot").length;
const before = await closings();
await survives("a dead line", { kind: "silence" }, async () => {
  while ((await closings()) === before) await new Promise((resolve) => setTimeout(resolve, 100));
  await control("gateway", { kind: "drop" }); // The library would wait half a minute for its close frame's answer.
});

const anew = once(Events.ShardReady);
await control("gateway", { kind: "invalidate", resumable: false });
await anew;
const state = await control("state");
check("an invalid session is followed by an identify", state.identifies === 2 && state.resumes === 4);
check("heartbeats come", state.heartbeats > 0);
check("every interaction is answered", state.unanswered_interactions.length === 0);

await client.destroy();
const ended = await control("state");
check("closing with 1000 ends the session", ended.sessions === 0);
const violations = await control("violations");
check(`nothing else was held against the library: ${violations}`, violations.length === 1 && violations[0].includes("Command name"));
clearTimeout(overdue);
console.log(failures.length === 0 ? "PASS" : `FAIL ${failures.length}`);
process.exit(failures.length === 0 ? 0 : 1);
