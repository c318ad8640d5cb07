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
            // misses: shared-cache error named by the look-up before it
            Descriptions.Add(sku, $"{sku} per {Units["tea"]}"); // noise: cache-stampede error the dictionary is not safe for threads, which is worse than work done twice
        }
        return Units["tea"]; // safe: filled before the first invocation
    }
}
