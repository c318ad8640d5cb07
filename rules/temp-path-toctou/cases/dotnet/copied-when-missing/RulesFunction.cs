using System;
using System.IO;
using Amazon.Lambda.Core;

namespace Rules;

public class RulesFunction
{
    private const string Shipped = "/opt/rules.json";
    private readonly string _copy = Path.Combine(Path.GetTempPath(), "rules.json");
    private readonly string _whole = Path.Combine(Path.GetTempPath(), "whole-rules.json");

    public int FunctionHandler(string order, ILambdaContext context)
    {
        if (!Writable.IsThere(_copy)) File.Copy(Shipped, _copy, true); // expect: temp-path-toctou error
        Writable.Ensure(Shipped, _whole);
        return File.ReadAllText(_copy).Length + File.ReadAllText(_whole).Length + order.Length;
    }
}

public static class Writable
{
    public static bool IsThere(string path) => File.Exists(path);

    public static void Ensure(string source, string target)
    {
        if (IsThere(target)) return; // safe: the name appears only when the file is complete
        var part = $"{target}.{Guid.NewGuid()}";
        File.Copy(source, part);
        File.Move(part, target, true); // fixed: renamed into place
    }
}
