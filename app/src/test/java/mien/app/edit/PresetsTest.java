package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mien.app.text.Texts;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Rgb;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {

    @TempDir private Path folder;

    private final List<String> said = new ArrayList<>();
    private final EditViewModel<ToySpec> edit = edit(0);

    private static EditViewModel<ToySpec> edit(int grey) {
        return new EditViewModel<>(
                new ToySystem(),
                ToySpec.found(new Picture(1, 1, new int[] {grey})),
                new ToyWorkshop(),
                new ManualJobs());
    }

    private Presets<ToySpec> presets(EditViewModel<ToySpec> of) {
        return new Presets<>(
                of, new PresetFolder(folder.resolve("p")), Texts.of(Locale.ENGLISH), said::add);
    }

    private ToySpec changed() {
        return edit.opened().withJaw(12.5).withColour(new Rgb(0.25, 0.5, 1)).withKeep(false);
    }

    @Test
    void aPresetCarriesValuesToAnotherPictureAndNothingElse() throws IOException {
        edit.apply(changed());
        presets(edit).keep("  밤 / night ");
        EditViewModel<ToySpec> other = edit(0xff808080);
        other.apply(other.spec().withStrength(1.25));
        assertEquals(Set.of("밤 / night"), presets(other).names());
        presets(other).apply("밤 / night");
        assertEquals(12.5, other.spec().jaw());
        assertEquals(new Rgb(0.25, 0.5, 1), other.spec().colour());
        assertFalse(other.spec().keep());
        assertEquals(1.25, other.spec().strength(), "what it says nothing of stays");
        assertEquals(List.of(), said);
        try (Stream<Path> files = Files.list(folder.resolve("p"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            assertTrue(Files.size(all.get(0)) < 400, "there is no picture in it");
        }
        other.undo();
        assertEquals(2, other.spec().jaw());
    }

    @Test
    void theSameNameReplacesAndAnotherOneOfTheSameLettersDoesNot() {
        edit.apply(changed());
        presets(edit).keep("a b");
        presets(edit).keep("a/b");
        edit.apply(edit.spec().withJaw(20));
        presets(edit).keep("a b");
        assertEquals(Set.of("a b", "a/b"), presets(edit).names());
        edit.resetAll();
        presets(edit).apply("a b");
        assertEquals(20, edit.spec().jaw());
        presets(edit).remove("a b");
        assertEquals(Set.of("a/b"), presets(edit).names());
        presets(edit).apply("a b");
        assertEquals(List.of("The preset a b is no longer there."), said);
    }

    @Test
    void nothingChangedOrNoNameIsToldInASentence() {
        presets(edit).keep("x");
        edit.apply(changed());
        presets(edit).keep("  ");
        assertEquals(2, said.size());
        assertEquals(Set.of(), presets(edit).names());
    }

    @Test
    void presetsOfOtherVersionsDoWhatTheyCan() throws IOException {
        Files.createDirectories(folder.resolve("p"));
        Files.writeString(
                folder.resolve("p/old.json"),
                "{\"name\":\"old\",\"values\":{\"jaw\":900,\"gone\":1,\"light.colour\":[7,0,0]}}");
        Files.writeString(folder.resolve("p/broken.json"), "{");
        assertEquals(Set.of("old"), presets(edit).names());
        presets(edit).apply("old");
        assertEquals(30, edit.spec().jaw());
        assertEquals(List.of("old is applied, but 2 of its values have no controls here."), said);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("p"), "in the way");
        edit.apply(changed());
        presets(edit).keep("x");
        assertTrue(said.get(0).contains(folder.resolve("p").toString()), said.get(0));
    }
}
