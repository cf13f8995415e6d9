using System.Data.Common;
using Dapper;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Writes how deliveries ended, inside a transaction that the store has begun.</summary>
internal static class DeliveryWriter
{
    public static void Write(DeliveryResult result, DbTransaction transaction)
    {
        var row = result.Row;
        switch (result)
        {
            case DeliveryResult.Done done:
                Delete(row, transaction);
                Run(
                    Statements.SetNewestMessage,
                    new { messageId = done.MessageId, step = row.Step, id = row.UserId, platform = row.Platform },
                    transaction);
                break;
            case DeliveryResult.GivenUp:
                Delete(row, transaction);
                break;
            case DeliveryResult.Postponed postponed:
                var notBefore = postponed.NotBefore.ToUnixTimeMilliseconds();
                Run(Statements.PostponeRow, new { id = row.Id }, transaction);
                Run(Statements.HoldChat, new { notBefore, platform = row.Platform, chat = row.Chat }, transaction);
                break;
            case DeliveryResult.Blocked blocked:
                Delete(row, transaction);
                Run(Statements.DropUnsent, new { id = row.UserId, chat = row.Chat }, transaction);
                Run(
                    Statements.BlockChat,
                    new { now = blocked.At.ToUnixTimeMilliseconds(), id = row.UserId, platform = row.Platform }, transaction);
                Run(Statements.ClearReminders, new { id = row.UserId }, transaction);
                break;
            case DeliveryResult.Moved moved:
                Run(Statements.RenameChat, new { from = row.Chat, to = moved.Chat, platform = row.Platform }, transaction);
                Run(Statements.RenameUnsent, new { from = row.Chat, to = moved.Chat, platform = row.Platform }, transaction);
                break;
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    private static void Delete(OutboxRow row, DbTransaction transaction) =>
        Run(Statements.DeleteOutbox, new { id = row.Id }, transaction);

    private static void Run(string statement, object values, DbTransaction transaction) =>
        transaction.Connection!.Execute(statement, values, transaction);
}
