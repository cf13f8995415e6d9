using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Writes how deliveries ended, inside a transaction that the store has begun.</summary>
internal static class DeliveryWriter
{
    public static void Write(DeliveryResult result, PreparedStatements sql)
    {
        var row = result.Row;
        switch (result)
        {
            case DeliveryResult.Done done:
                Delete(row, sql);
                sql.Run(
                    Statements.SetNewestMessage,
                    ("@messageId", done.MessageId), ("@step", row.Step), ("@id", row.UserId), ("@platform", row.Platform));
                break;
            case DeliveryResult.GivenUp:
                Delete(row, sql);
                break;
            case DeliveryResult.Postponed postponed:
                var notBefore = postponed.NotBefore.ToUnixTimeMilliseconds();
                sql.Run(Statements.PostponeRow, ("@id", row.Id));
                sql.Run(Statements.HoldChat, ("@notBefore", notBefore), ("@platform", row.Platform), ("@chat", row.Chat));
                break;
            case DeliveryResult.Blocked blocked:
                Delete(row, sql);
                sql.Run(Statements.DropUnsent, ("@id", row.UserId), ("@chat", row.Chat));
                sql.Run(
                    Statements.BlockChat,
                    ("@now", blocked.At.ToUnixTimeMilliseconds()), ("@id", row.UserId), ("@platform", row.Platform));
                sql.Run(Statements.ClearReminders, ("@id", row.UserId));
                break;
            case DeliveryResult.Moved moved:
                sql.Run(Statements.RenameChat, ("@from", row.Chat), ("@to", moved.Chat), ("@platform", row.Platform));
                sql.Run(Statements.RenameUnsent, ("@from", row.Chat), ("@to", moved.Chat), ("@platform", row.Platform));
                break;
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    private static void Delete(OutboxRow row, PreparedStatements sql) =>
        sql.Run(Statements.DeleteOutbox, ("@id", row.Id));
}
