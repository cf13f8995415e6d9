namespace RecoveryBot.Telegram;

/// <summary>
/// Puts the token into the address on the last step to the socket and takes it out again. Everything above, that is logs,
/// event sources, exceptions and whoever prints the request, sees an address without it.
/// </summary>
internal sealed class TokenHandler(TelegramToken token, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri!;
        request.RequestUri = token.Address(shown);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }
}
