package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainWordsTest {

    private final List<Integer> steps = new ArrayList<>();
    private final TrainWords words = new TrainWords(told -> steps.add(told.get("step").asInt()));

    private void says(String... lines) {
        List.of(lines).forEach(words);
    }

    @Test
    void aStrayLineIsNoFaultOfATrainingThatCameToItsEnd() {
        says("OpenJDK warning: a flag", "{\"loss_now\": 0.5, \"step\": 3}", "", "{\"steps\": 9}");
        assertEquals(List.of(3), steps);
        assertEquals("{\"steps\":9}", words.facts().toString());
    }

    @Test
    void aTrainingThatFailedIsBelievedAndElseTheLastWord() {
        assertEquals("its process ended", words.fault());
        says("a library", "Killed");
        assertEquals("Killed", words.fault());
        says("{\"error\": \"The disk is full.\"}", "a library again");
        assertEquals("The disk is full.", words.fault());
    }
}
