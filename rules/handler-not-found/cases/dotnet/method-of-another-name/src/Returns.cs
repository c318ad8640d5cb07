namespace Shop;

public partial class Returns
{
    public string Describe(string order) => order.Trim();
}
