using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RecoveryBot.Coaching;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage.Exports;

/// <summary>Reads every row of one user, whatever tables there are: a new table is in the export as it is in the erasure.</summary>
internal sealed class UserReader(Seal seal)
{
    /// <summary>Columns of Unix milliseconds.</summary>
    private static readonly HashSet<string> Instants =
        ["due", "created", "not_before", "claimed", "started_at", "ended_at", "told_at", "at", "since", "blocked", "damaged"];

    /// <returns><see langword="null"/>: there is no such user.</returns>
    public StoredUser? Read(DbConnection connection, long userId)
    {
        var tables = new JsonObject();
        foreach (var table in Statements.UserTables.Reverse())
            tables[table] = ReadTable(connection, table, userId);
        if (tables["users"]!.AsArray() is not [JsonObject user])
            return null;

        return new StoredUser(
            tables,
            user["state"] is { } state ? StateOf(state) : null,
            ContentOf(tables["sessions"]!, StoredJson.Default.SessionRecord),
            ContentOf(tables["reports"]!, StoredJson.Default.ReportRecord),
            ContentOf(tables["measurements"]!, StoredJson.Default.Measurement));
    }

    private static UserState? StateOf(JsonNode state)
    {
        try
        {
            return StoredState.Read(Encoding.UTF8.GetBytes(state.ToJsonString()));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or StorageException)
        {
            // Of another program's shape: it is in the file as it stands.
            return null;
        }
    }

    private static List<T> ContentOf<T>(JsonNode rows, JsonTypeInfo<T> type) =>
        [.. rows.AsArray().Select(row => row!["content"]).Where(content => content is not null).Select(content => content.Deserialize(type)!)];

    private JsonArray ReadTable(DbConnection connection, string table, long userId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE user_id = @id ORDER BY 1, 2";
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", userId);
        command.Parameters.Add(id);
        using var reader = command.ExecuteReader();
        var rows = new JsonArray();
        while (reader.Read())
            rows.Add(ReadRow(reader, table));
        return rows;
    }

    private JsonObject ReadRow(DbDataReader reader, string table)
    {
        var row = new JsonObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetName(i);
            switch (reader.GetValue(i))
            {
                case DBNull:
                    row[name] = null;
                    break;
                case long instant when Instants.Contains(name):
                    row[name] = DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                    break;
                case long number:
                    row[name] = number;
                    break;
                case byte[] box:
                    Open(reader, row, SealedColumns.Of(table, name), box);
                    break;
                case var other:
                    row[name] = Convert.ToString(other, CultureInfo.InvariantCulture);
                    break;
            }
        }

        return row;
    }

    private void Open(DbDataReader reader, JsonObject row, SealedColumn column, byte[] box)
    {
        try
        {
            var name = string.Join('/', column.Row.Select(part => Convert.ToString(reader[part], CultureInfo.InvariantCulture)));
            row[column.Column] = Parse(Encoding.UTF8.GetString(seal.Open(box, column.Place, name)));
        }
        catch (SealBrokenException)
        {
            row[column.Column + "_sealed"] = Convert.ToBase64String(box);
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
