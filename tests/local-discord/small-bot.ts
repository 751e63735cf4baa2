import {
  ActionRowBuilder,
  ApplicationCommandType,
  ApplicationIntegrationType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  Partials,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';

const { Guild, BotDM, PrivateChannel } = InteractionContextType;

export const commands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask the sources')
    .setNameLocalizations({ nl: 'vraag' })
    .setDescriptionLocalizations({ nl: 'Vraag het de bronnen' })
    .setContexts(Guild, BotDM, PrivateChannel)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .addStringOption((it) =>
      it.setName('query').setDescription('What to look for').setRequired(true).setAutocomplete(true).setMaxLength(300),
    )
    .addIntegerOption((it) => it.setName('page').setDescription('Page').setMinValue(1).setMaxValue(50))
    .addUserOption((it) => it.setName('mention').setDescription('Whom to tell')),
  new SlashCommandBuilder()
    .setName('cite')
    .setDescription('Cite one passage')
    .addSubcommand((it) =>
      it
        .setName('short')
        .setDescription('Short form')
        .addStringOption((option) => option.setName('id').setDescription('Passage').setRequired(true)),
    ),
  new SlashCommandBuilder().setName('reload').setDescription('For administrators').setDefaultMemberPermissions(0),
  new ContextMenuCommandBuilder()
    .setName('Find sources')
    .setNameLocalizations({ nl: 'Zoek bronnen' })
    .setType(ApplicationCommandType.Message),
];

/** A page of a Components V2 answer. */
function page(number: number) {
  const text = (content: string) => new TextDisplayBuilder().setContent(content);
  const button = (id: string, label: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
  return [
    new ContainerBuilder()
      .setAccentColor(0x5865f2)
      .addTextDisplayComponents(text(`## Answer, page ${number}`))
      .addSeparatorComponents(new SeparatorBuilder())
      .addSectionComponents(
        new SectionBuilder().addTextDisplayComponents(text('> quoted')).setButtonAccessory(button('open:1', 'Show')),
        new SectionBuilder()
          .addTextDisplayComponents(text('other source'))
          .setThumbnailAccessory(new ThumbnailBuilder().setURL('https://example.org/cover.png')),
      )
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          button('previous', 'Previous').setDisabled(number === 1),
          button(`next:${number}`, 'Next'),
          new ButtonBuilder().setURL('https://example.org/').setLabel('Open').setStyle(ButtonStyle.Link),
        ),
      ),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('pick')
        .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
    ),
  ];
}

async function ask(interaction: ChatInputCommandInteraction): Promise<void> {
  const query = interaction.options.getString('query', true);
  if (query === 'embed') {
    const embed = new EmbedBuilder()
      .setTitle('Title')
      .setDescription('D'.repeat(4096))
      .addFields({ name: 'n', value: 'v' });
    await interaction.reply({ embeds: [embed], withResponse: true });
  } else if (query === 'private') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: page(1) });
  } else if (query === 'too long') {
    await interaction.reply({ content: 'x'.repeat(2001) });
  } else if (query === 'ping') {
    const whom = interaction.options.getUser('mention', true);
    await interaction.reply({
      content: `@everyone <@${whom.id}> ${interaction.user}`,
      allowedMentions: { users: [whom.id] },
    });
  } else {
    if (query === 'slow') await new Promise((resolve) => setTimeout(resolve, 150));
    await interaction.deferReply();
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: page(interaction.options.getInteger('page') ?? 1),
    });
    await interaction.followUp({ content: `about ${query}`, flags: MessageFlags.Ephemeral });
  }
}

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond(
      Array.from({ length: 25 }, (_, index) => ({ name: `${typed} ${index}`, value: `v${index}` })),
    );
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'ask') await ask(interaction);
    else if (interaction.commandName === 'reload') await interaction.reply('reloaded');
    else await interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString('id')}`);
  } else if (interaction.isButton() && interaction.customId.startsWith('next')) {
    await interaction.update({ components: page(Number(interaction.customId.split(':')[1]) + 1) });
  } else if (interaction.isButton()) {
    await interaction.deferUpdate();
    await interaction.followUp({ content: `passage ${interaction.customId}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({ content: `picked ${interaction.values}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const file = new AttachmentBuilder(Buffer.from('[1] quote'), { name: 'sources.txt', description: 'quotes' });
    await interaction.editReply({ content: `for: ${interaction.targetMessage.content}`, files: [file] });
  }
}

/** A bot of the shape the project has, with the errors its handlers met. */
export function smallBot(api: string): { client: Client; errors: unknown[] } {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api },
    // Discord lets a bot identify once in 5 s, and discord.js waits for it; tests need not.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  });
  const errors: unknown[] = [];
  const note = (error: unknown) => errors.push(error);
  client.on(Events.Error, note);
  client.on(Events.InteractionCreate, (interaction) => respond(interaction).catch(note));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || message.content === '') return;
    message.reply(`read: ${message.content}`).catch(note);
  });
  return { client, errors };
}
