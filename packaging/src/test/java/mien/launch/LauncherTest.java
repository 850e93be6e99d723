package mien.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LauncherTest {

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertEquals(Launcher.Task.WINDOW, Launcher.task());
    }

    @Test
    void documentsAloneOpenInTheWindow() {
        assertEquals(Launcher.Task.WINDOW, Launcher.task("/home/a b/Portrait.MIEN", "other.mien"));
    }

    @Test
    void anythingElseIsAVerb() {
        assertEquals(Launcher.Task.VERB, Launcher.task("relight", "portrait.png"));
        assertEquals(Launcher.Task.VERB, Launcher.task("--help"));
        assertEquals(Launcher.Task.VERB, Launcher.task("relight", "portrait.mien"));
    }

    @Test
    void theSelfTestNeedsAFile() {
        assertEquals(Launcher.Task.SELF_TEST, Launcher.task("--self-test", "out.json"));
        assertEquals(Launcher.Task.VERB, Launcher.task("--self-test"));
    }
}
