using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>
/// Puts the bot's token into the header, or the interaction's into the address, on the last step to the socket and takes it
/// out again. Everything above, that is logs, event sources, exceptions and whoever prints the request, sees neither.
/// </summary>
internal sealed class SecretsHandler(DiscordToken token, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The interaction's credential; without it the call carries the bot's.</summary>
    public static readonly HttpRequestOptionsKey<InteractionToken> InteractionKey = new("interaction token");

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri!;
        if (request.Options.TryGetValue(InteractionKey, out var interaction))
        {
            request.RequestUri = new Uri(shown.OriginalString.Replace(
                DiscordRoute.TokenPlace, Uri.EscapeDataString(interaction.Reveal()), StringComparison.Ordinal));
        }
        else
        {
            request.Headers.Authorization = token.Header();
        }

        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = shown;
            request.Headers.Authorization = null;
        }
    }
}
