namespace Acme;
class Broken
{
    int Fine() { return 1; }
    int Bad() { return 1 + ; }
    void Goto(int x)
    {
    again:
        x++;
        if (x < 3) goto again;
#if DEBUG
        Log(x);
#else
        Other(x);
#endif
    }
}
