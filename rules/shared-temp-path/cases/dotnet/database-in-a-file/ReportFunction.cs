using System;
using System.Collections.Generic;
using System.IO;
using Amazon.Lambda.Core;
using Microsoft.Data.Sqlite;

namespace Reports;

public class ReportFunction
{
    public long FunctionHandler(List<string> rows, ILambdaContext context)
    {
        var total = Count(Sheet.Common, rows);
        var own = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.db");
        try
        {
            return total + Count($"Data Source={own};Pooling=False", rows);
        }
        finally
        {
            File.Delete(own); // safe: the invocation's own name
        }
    }

    private static long Count(string settings, List<string> rows)
    {
        using var database = new SqliteConnection(settings); // expect: shared-temp-path error
        database.Open();
        return rows.Count;
    }

    public long Sorted(List<string> rows, ILambdaContext context)
    {
        using var memory = new SqliteConnection("Data Source=:memory:"); // fixed: no file at all
        memory.Open();
        return rows.Count;
    }
}

public static class Sheet
{
    private const string Name = "report.db";

    public static string Common => $"Data Source=/tmp/{Name};Cache=Shared";
}
