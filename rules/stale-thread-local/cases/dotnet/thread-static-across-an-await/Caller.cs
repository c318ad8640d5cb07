using System;
using System.Threading;

namespace Orders;

public static class Caller
{
    [ThreadStatic]
    private static string? _user;

    private static readonly AsyncLocal<string?> Flow = new();

    public static string? User
    {
        get => _user;
        set => _user = value; // expect: stale-thread-local error
    }

    public static string? UserOfTheFlow
    {
        get => Flow.Value;
        set => Flow.Value = value; // fixed: an AsyncLocal follows the flow of control
    }
}
