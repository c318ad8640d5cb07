using System;
using System.IO;
using Amazon.Lambda.Core;

namespace Clean;

public class CleanFunction
{
    public string FunctionHandler(string rows, ILambdaContext context)
    {
        Empty();
        return Fixed(rows);
    }

    private static void Empty()
    {
        foreach (var file in new DirectoryInfo("/tmp").GetFiles("*.csv"))
        {
            file.Delete(); // expect: temp-directory-sweep error
        }
    }

    private static string Fixed(string rows)
    {
        var own = Directory.CreateTempSubdirectory("rows-"); // fixed: a directory of its own
        File.WriteAllText(Path.Combine(own.FullName, "rows.csv"), rows); // safe: nobody else has the directory
        foreach (var file in own.GetFiles())
        {
            file.Delete(); // safe: only its own files
        }
        own.Delete(true);
        return rows;
    }
}
