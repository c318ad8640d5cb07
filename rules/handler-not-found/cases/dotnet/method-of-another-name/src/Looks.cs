namespace Shop;

public class Looks : Library.Handlers.QueueFunction
{
    protected override string Name => "looks";
}
