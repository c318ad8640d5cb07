using System;
using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Exports;

public class ExportFunction
{
    public ExportFunction()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Console.Error.WriteLine(e.ExceptionObject); // safe: once, when the function object is made
    }

    public string FunctionHandler(Dictionary<string, string> request, ILambdaContext context)
    {
        Hooks.Install(request["export"]);
        Hooks.InstallOnce();
        return request["export"];
    }
}
