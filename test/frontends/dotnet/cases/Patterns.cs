namespace Acme;

public abstract record Shape;
public record Circle(double Radius) : Shape;
public record Box(double Width, double Height = 1) : Shape { public string Label { get; init; } }
public enum Kind { Small = 1, Large }

public class Patterns
{
    private int width;

    public int Parse(string text)
    {
        int width = int.TryParse(text, out width) ? width : 512;
        return width;
    }

    public double Area(object value, Kind kind)
    {
        if (value is string { Length: > 3 } text and not null) return text.Length;
        if (value is not Shape shape) throw new ArgumentException(nameof(value));
        switch (kind)
        {
            case Kind.Small:
            case Kind.Large: return 1;
            default: break;
        }
        switch (value)
        {
            case Circle c when c.Radius > 1: return c.Radius;
            case Box(var w, _): return w;
            case null: return 0;
        }
        var box = shape as Box with { Label = "x" };
        var (width, height) = (box.Width, box.Height);
        (width, height) = (height, width);
        return shape switch { Circle { Radius: var r } => r * r, Box b => b.Width, _ => throw new InvalidOperationException() };
    }
}
