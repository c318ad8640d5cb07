using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Settings
{
    private static Settings _current;
    private static readonly Lazy<Settings> Fixed = new Lazy<Settings>(() => new Settings { Url = "https://example.com", Zone = "UTC" });

    public string Url { get; set; }
    public string Zone { get; set; }

    public static Settings Current
    {
        get
        {
            if (_current == null)
            {
                _current = new Settings(); // expect: unsafe-lazy-init error
                SetDefaults();
            }
            return _current;
        }
    }

    public static Settings CurrentFixed => Fixed.Value; // fixed: published when it is complete

    private static void SetDefaults()
    {
        if (string.IsNullOrEmpty(_current.Url)) _current.Url = "https://example.com"; // safe: said once, where it is published
        if (string.IsNullOrEmpty(_current.Zone)) _current.Zone = "UTC";
    }
}

public class Function
{
    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        await Task.Delay(1);
        return Settings.Current.Url + Settings.Current.Zone;
    }

    public async Task<string> FixedHandler(string input, ILambdaContext context)
    {
        await Task.Delay(1);
        return Settings.CurrentFixed.Url;
    }
}
