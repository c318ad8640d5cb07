using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Export;

public static class Settings
{
    public static readonly JsonSerializerSettings Common = new() { NullValueHandling = NullValueHandling.Ignore };
    public static readonly JsonSerializerOptions Modern = new() { WriteIndented = false };
}

public class OrderWriter
{
    public string Write(Order order, string currency)
    {
        Settings.Common.Converters.Add(new StringEnumConverter()); // expect: shared-client-mutation error
        var own = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore };
        own.Converters.Add(new StringEnumConverter()); // safe: settings of this call
        var options = new JsonSerializerOptions(Settings.Modern) { WriteIndented = currency == "EUR" }; // fixed: a copy for this call
        return JsonConvert.SerializeObject(order, Settings.Common) + JsonConvert.SerializeObject(order, own) + System.Text.Json.JsonSerializer.Serialize(order, options);
    }
}
