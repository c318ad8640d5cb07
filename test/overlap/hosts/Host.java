package overlap;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Runs one handler object on a thread per actor, and stops each before every operation on a file until it is let go on.
 * Arguments: the class of the handler, then for each actor its name and its event, as key=value pairs between semicolons.
 */
public final class Host {
  private static final Map<String, Semaphore> TURNS = new ConcurrentHashMap<>();
  private static final ThreadLocal<String> ACTOR = new ThreadLocal<>();

  private Host() {}

  /** Tells that the running actor is about to do something, and waits until it may. */
  static void gate() {
    say(ACTOR.get(), "gate");
    TURNS.get(ACTOR.get()).acquireUninterruptibly();
  }

  public static void main(String[] args) throws Exception {
    @SuppressWarnings("unchecked")
    RequestHandler<Map<String, String>, String> handler = (RequestHandler<Map<String, String>, String>) Class.forName(args[0]).getDeclaredConstructor().newInstance();
    for (int i = 1; i + 1 < args.length; i += 2) {
      String actor = args[i];
      Map<String, String> event = eventOf(args[i + 1]);
      TURNS.put(actor, new Semaphore(0));
      Thread thread = new Thread(() -> play(handler, actor, event));
      thread.setDaemon(true);
      thread.start();
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      TURNS.get(line).release();
    }
  }

  private static void play(RequestHandler<Map<String, String>, String> handler, String actor, Map<String, String> event) {
    ACTOR.set(actor);
    gate();
    try {
      say(actor, "done " + handler.handleRequest(event, contextOf(actor)));
    } catch (RuntimeException failure) {
      say(actor, "failed " + failure);
    }
  }

  private static Context contextOf(String actor) {
    return (Context) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Context.class},
        (proxy, method, args) -> method.getName().equals("getAwsRequestId") ? "request-" + actor : null);
  }

  private static Map<String, String> eventOf(String pairs) {
    Map<String, String> event = new TreeMap<>();
    for (String pair : pairs.split(";")) {
      event.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return event;
  }

  private static synchronized void say(String actor, String text) {
    System.out.println(actor + " " + text.replace('\n', ' '));
  }
}
