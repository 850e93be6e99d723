package mien.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be found after a kill, by what the session had said. */
class LedgerTest {

    private static final String FILE = "/soak/document 1.mien"; // a name with a space

    private final Ledger ledger = heard();

    private static Ledger heard(String... lines) {
        Ledger ledger = new Ledger();
        Stream.of(lines).forEach(ledger::hear);
        return ledger;
    }

    /** A document at its fourth revision, three gestures on it, the first of them on the disk. */
    private static Ledger painted() {
        return heard(
                "document 4 d4 " + FILE,
                "ready",
                "commit 5 d5",
                "commit 6 d6",
                "kept 5",
                "commit 7 d7");
    }

    @Test
    void theNewestStateWasRestoredAndNothingIsLost() {
        assertEquals(0, painted().lostAfter(7, "d7"));
    }

    @Test
    void everyGestureAfterTheRestoredStateIsLost() {
        assertEquals(1, painted().lostAfter(6, "d6"));
        assertEquals(2, painted().lostAfter(5, "d5"));
    }

    @Test
    void aResultThatIsGoneIsNoLostGesture() {
        Ledger run = painted();
        run.hear("made 8 d8");
        assertEquals(1, run.lostAfter(6, "d6"));
        assertEquals(3, run.gestures());
        assertEquals(0, run.lostAfter(8, "d8"), "but it may be what is restored");
    }

    @Test
    void aStateOlderThanWhatTheDiskHadIsAnError() {
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> painted().lostAfter(4, "d4"));
        assertEquals(
                "revision 4 was restored as d4, but 5 was kept: {5=d5, 6=d6, 7=d7}",
                e.getMessage());
    }

    @Test
    void whatWasOnceKeptStaysKeptAlthoughOlderNewsComesLater() {
        Ledger late = painted();
        late.hear("kept 6");
        late.hear("kept 5");
        assertThrows(IllegalStateException.class, () -> late.lostAfter(5, "d5"));
        assertEquals(1, late.lostAfter(6, "d6"));
    }

    @Test
    void anotherStateUnderARevisionThatIsKnownIsAnError() {
        assertThrows(IllegalStateException.class, () -> painted().lostAfter(6, "d5"));
        assertThrows(IllegalStateException.class, () -> painted().lostAfter(8, "d8"), "unheard of");
    }

    @Test
    void aRevisionMadeAgainAfterAnUndoCountsAsItWasLast() {
        Ledger again = painted();
        again.hear("commit 7 other");
        assertThrows(IllegalStateException.class, () -> again.lostAfter(7, "d7"));
        assertEquals(0, again.lostAfter(7, "other"));
        assertEquals(4, again.gestures());
    }

    @Test
    void anotherDocumentBeginsAnewAndIsItselfKept() {
        Ledger next = painted();
        next.hear("made 8 d8");
        next.hear("document 2 n2 " + FILE);
        assertEquals(0, next.lostAfter(2, "n2"));
        assertThrows(IllegalStateException.class, () -> next.lostAfter(7, "d7"));
        next.hear("commit 8 n8");
        assertEquals(1, next.lostAfter(2, "n2"), "the eighth is a gesture now");
        next.hear("document 9 m9 " + FILE);
        next.hear("commit 3 m3");
        assertThrows(IllegalStateException.class, () -> next.lostAfter(3, "m3"), "9 was kept");
    }

    @Test
    void withoutASessionTheNewestStateThatAFileHoldsCounts() {
        assertEquals(1, painted().lostAfter(Set.of("d5", "d6", "elsewhere")));
        assertThrows(
                IllegalStateException.class,
                () -> painted().lostAfter(Set.of("d4")),
                "older than what was kept");
        IllegalStateException none =
                assertThrows(
                        IllegalStateException.class,
                        () -> painted().lostAfter(Set.of("elsewhere")));
        assertEquals("no file holds what was done", none.getMessage());
    }

    @Test
    void aFileMayHoldAnyStateThatWasSavedThereButNoneOlderThanWasFound() {
        ledger.hear("saving d5 " + FILE);
        ledger.hear("saving d6 " + FILE);
        ledger.hear("saving d7 " + FILE);
        assertTrue(ledger.mayHold(FILE, "d6"), "killed before the third was written");
        assertFalse(ledger.mayHold(FILE, "d5"), "it had the second");
        assertTrue(ledger.mayHold(FILE, "d6"));
        assertTrue(ledger.mayHold(FILE, "d7"));
        assertFalse(ledger.mayHold(FILE, "d6"));
    }

    @Test
    void aStateOfAnotherFileIsNotAllowed() {
        ledger.hear("saving d5 " + FILE);
        ledger.hear("saving d6 /soak/other.mien");
        assertFalse(ledger.mayHold(FILE, "d6"));
        assertTrue(ledger.mayHold("/soak/other.mien", "d6"));
    }

    @Test
    void aFileThatNobodySavedKeepsWhatItHeldAtFirst() {
        assertTrue(ledger.mayHold(FILE, "d1"));
        assertTrue(ledger.mayHold(FILE, "d1"));
        assertFalse(ledger.mayHold(FILE, "d2"));
        ledger.hear("saving d2 " + FILE);
        assertTrue(ledger.mayHold(FILE, "d2"));
    }

    @Test
    void aProblemIsRememberedAsItWasSaidAndOtherWordsChangeNothing() {
        assertEquals("", painted().problem());
        Ledger failed = painted();
        failed.hear("problem The disk is full.");
        failed.hear("saved " + FILE);
        failed.hear("");
        assertEquals("problem The disk is full.", failed.problem());
        assertEquals(3, failed.gestures());
        assertEquals(0, failed.lostAfter(7, "d7"));
    }

    @Test
    void aTornLineIsNotTakenForAWholeOne() {
        assertThrows(RuntimeException.class, () -> ledger.hear("commit 5"));
        assertThrows(NumberFormatException.class, () -> ledger.hear("kept 5x"));
        assertEquals(0, ledger.gestures());
    }
}
