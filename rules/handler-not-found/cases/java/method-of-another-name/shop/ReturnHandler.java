package shop;

import java.util.TimerTask;

public class ReturnHandler extends TimerTask {
  @Override
  public void run() {}
}
