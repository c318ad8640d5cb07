using System.Collections.Generic;

namespace Products;

public class ProductCatalogue
{
    private static readonly Dictionary<string, string> Descriptions = new();
    private static readonly Dictionary<string, string> Units = new() { ["tea"] = "g" };

    public string Describe(string sku)
    {
        if (!Descriptions.ContainsKey(sku))
        {
            Descriptions.Add(sku, $"{sku} per {Units["tea"]}"); // expect: shared-cache error
        }
        return Units["tea"]; // safe: filled before the first invocation
    }
}
