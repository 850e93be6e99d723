package mien.engine.cli;

import java.io.Console;

/** Whether a person sits at the terminal. */
final class Terminal {

    private Terminal() {}

    /** False as soon as input or output is piped. */
    static boolean watched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try { // since Java 22 there is a console without a terminal, and a method that tells
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
