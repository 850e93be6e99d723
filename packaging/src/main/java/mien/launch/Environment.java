package mien.launch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.WString;
import java.util.Locale;
import java.util.Optional;

/**
 * Variables of the running process. A package's program has no shell around it to set them, and
 * libtorch's threads read theirs before Java could tell them otherwise. Java itself looks at the
 * environment once, keeps what it saw, and hands that to the processes it starts; so nothing here
 * asks Java.
 */
final class Environment {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    private static final int OVERWRITE = 1;
    private static final int LONGEST = 32_767; // characters of a variable on Windows

    private Environment() {}

    /** Its value, empty if it is not set. */
    static String get(String name) {
        if (!WINDOWS) {
            String value = (String) c("getenv").invoke(String.class, new Object[] {name});
            return Optional.ofNullable(value).orElse("");
        }
        char[] value = new char[LONGEST];
        Object[] arguments = {new WString(name), value, LONGEST};
        return new String(value, 0, kernel("GetEnvironmentVariableW").invokeInt(arguments));
    }

    static void put(String name, String value) {
        if (WINDOWS) {
            kernel("SetEnvironmentVariableW")
                    .invokeInt(new Object[] {new WString(name), new WString(value)});
        } else {
            c("setenv").invokeInt(new Object[] {name, value, OVERWRITE});
        }
    }

    /** Unless the person has set it. */
    static void offer(String name, String value) {
        if (get(name).isEmpty()) {
            put(name, value);
        }
    }

    private static Function c(String name) {
        return NativeLibrary.getInstance("c").getFunction(name);
    }

    private static Function kernel(String name) {
        return NativeLibrary.getInstance("kernel32").getFunction(name, Function.ALT_CONVENTION);
    }
}
