using System.Threading;

namespace Locales;

public static class Language
{
    public static readonly ThreadLocal<string> Of = new(() => "en");
}

public class Greeter
{
    public string Greet(string name) => Language.Of.Value == "de" ? $"Hallo {name}" : $"Hello {name}";
}
