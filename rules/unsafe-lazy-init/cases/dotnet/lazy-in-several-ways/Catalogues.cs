using System;
using System.Collections.Generic;
using System.Threading;

namespace Shop;

public class Catalogue
{
    public string Title { get; } = "spring";
}

public static class Catalogues
{
    private static readonly Lazy<Catalogue> Lazily = new(() => new Catalogue());
    private static Catalogue? coalesced;
    private static Catalogue? ensured;

    public static Catalogue Coalesced() => coalesced ??= new Catalogue(); // expect: unsafe-lazy-init warning

    public static Catalogue Ensured() => LazyInitializer.EnsureInitialized(ref ensured, () => new Catalogue()); // safe: one of those made is kept by all

    public static Catalogue Made() => Lazily.Value; // fixed: made once, under a lock
}
