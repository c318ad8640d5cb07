using System;
using System.Timers;

namespace Acme.Orders;

public delegate void Moved(int from, int to);

public class Board
{
    private Action<string> _listeners;

    public static event EventHandler<string> Published;
    public event Moved OnMoved;
    public event Action<string> Listed { add { _listeners += value; } remove { _listeners -= value; } }

    public void Move(int to) => OnMoved?.Invoke(0, to);
}

public class Watcher
{
    private readonly Board _board = new();
    private readonly Timer _timer = new();
    private int _ticks;

    public void Watch(string name, Moved extra)
    {
        _board.OnMoved += Count;
        _board.OnMoved += extra;
        _board.Listed += text => Console.WriteLine(name + text);
        Board.Published += (sender, text) => Console.WriteLine(text);
        _timer.Elapsed += new ElapsedEventHandler(this.Tick);
        AppDomain.CurrentDomain.ProcessExit += (sender, e) => _board.Move(0);
        Console.CancelKeyPress += Cancel;
        _ticks += 1;
        Action local = Stop;
        local += Stop;

        void Cancel(object sender, ConsoleCancelEventArgs e) => Stop();
    }

    public void Stop()
    {
        _board.OnMoved -= Count;
    }

    private void Count(int from, int to) => _ticks = to;

    private void Tick(object sender, ElapsedEventArgs e) => _ticks++;
}
