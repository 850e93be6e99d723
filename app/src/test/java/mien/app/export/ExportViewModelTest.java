package mien.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.app.prefs.Work;
import mien.app.text.Texts;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.picture.export.XmpField;
import mien.engine.picture.export.XmpFile;
import mien.engine.picture.export.XmpName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportViewModelTest {

    @TempDir private Path folder;

    private final List<ExportChoice> remembered = new ArrayList<>();

    private ExportViewModel model(Jobs jobs, ExportSubject subject) {
        return new ExportViewModel(
                jobs, Texts.of(Locale.ENGLISH), subject, ExportChoice.DEFAULT, remembered::add);
    }

    private ExportViewModel model() {
        return model(new ManualJobs(), Subjects.whole());
    }

    private static List<XmpName> names(ExportViewModel model) {
        return model.fieldsProperty().get().stream().map(XmpField::name).toList();
    }

    @Test
    void theFileHoldsExactlyTheFieldsThatWereShown() {
        for (ExportFormat format :
                List.of(ExportFormat.PNG, ExportFormat.JPEG, ExportFormat.TIFF, ExportFormat.PSD)) {
            for (boolean share : new boolean[] {false, true}) {
                ExportViewModel model = model();
                model.choose(c -> c.withFormat(format).withShare(share).withSession(true));
                model.note("anna.jpg", "Anna Kim, release 7");
                List<XmpField> shown = model.fieldsProperty().get();
                model.export(folder.resolve("a"));
                Path file = ((ExportState.Done) model.stateProperty().get()).files().get(0);
                assertEquals(shown, XmpFile.fields(file), format + " " + share);
            }
        }
    }

    @Test
    void eachChoiceDecidesWhatIsTold() {
        ExportViewModel model = model();
        assertTrue(names(model).contains(XmpName.RECIPE), "the recipe, unless it is left out");
        assertFalse(names(model).contains(XmpName.SESSION), "no session, unless it is wanted");
        model.choose(c -> c.withRecipe(false).withSession(true));
        assertFalse(names(model).contains(XmpName.RECIPE));
        assertTrue(names(model).contains(XmpName.SESSION));
        model.choose(c -> c.withFormat(ExportFormat.JPEG));
        assertFalse(names(model).contains(XmpName.SESSION), "a JPEG has no room for it");
        model.choose(c -> c.withShare(true).withRecipe(true).withFormat(ExportFormat.PNG));
        assertEquals(
                List.of(
                        XmpName.DIGITAL_SOURCE_TYPE,
                        XmpName.AI_SYSTEM_USED,
                        XmpName.AI_SYSTEM_VERSION_USED,
                        XmpName.CREATOR_TOOL),
                names(model));
        model.note("anna.jpg", "Anna Kim");
        assertEquals("Anna Kim", model.fieldsProperty().get().get(4).shown());
        model.choose(c -> c.withShare(false));
        assertTrue(
                model.fieldsProperty().get().stream()
                        .anyMatch(f -> f.shown().equals("anna.jpg: Anna Kim")));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyFormatIsWrittenUnderItsEndingAndRemembered(ExportFormat format) throws IOException {
        ExportViewModel model = model();
        model.choose(c -> c.withFormat(format));
        assertEquals("anna-relight." + format.ending(), model.proposed());
        model.export(folder.resolve("a.b"));
        Path file = folder.resolve("a.b." + format.ending());
        assertEquals(new ExportState.Done(List.of(file)), model.stateProperty().get());
        assertEquals(format, remembered.get(0).format());
        model.export(file);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "no second ending");
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void theNextExportBeginsWithWhatWasChosenExceptTheSession(ExportFormat format) {
        ExportChoice choice =
                ExportChoice.DEFAULT
                        .withFormat(format)
                        .withQuality(71)
                        .withOriginalSize(true)
                        .withRecipe(false)
                        .withShare(true)
                        .withSteps(true);
        assertEquals(choice, ExportChoice.of(choice.withSession(true).remembered()));
        assertEquals(ExportChoice.DEFAULT, ExportChoice.of(Work.Export.DEFAULT));
    }

    @Test
    void aSmallResultIsEnlargedInItsPlace() {
        ExportSubject some = Subjects.whole();
        ExportSubject part =
                new ExportSubject(
                        "a.png",
                        "relight",
                        some.original(),
                        Picture.filled(10, 10, 0xff00ff00),
                        new Region(20, 0, 40, 40),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Subjects.MADE);
        ExportViewModel model = model(new ManualJobs(), part);
        model.export(folder.resolve("small.png"));
        assertEquals(10, Picture.read(folder.resolve("small.png")).width());
        model.choose(c -> c.withOriginalSize(true));
        model.export(folder.resolve("large.png"));
        Picture large = Picture.read(folder.resolve("large.png"));
        assertEquals(60, large.width());
        assertEquals(0xff00ff00, large.argb()[20 * 60 + 50]);
        assertEquals(some.original().argb()[20 * 60 + 5], large.argb()[20 * 60 + 5]);
    }

    @Test
    void layersHoldTheOriginalTheDraftTheResultAndEveryMask() throws IOException {
        ExportViewModel model = model();
        model.choose(c -> c.withFormat(ExportFormat.ORA));
        model.export(folder.resolve("a.ora"));
        try (ZipFile zip = new ZipFile(folder.resolve("a.ora").toFile())) {
            String stack =
                    new String(
                            zip.getInputStream(zip.getEntry("stack.xml")).readAllBytes(),
                            StandardCharsets.UTF_8);
            List<String> names =
                    Stream.of(stack.split("name=\"")).skip(1).map(s -> s.split("\"")[0]).toList();
            assertEquals(
                    List.of("Result", "Mask – face – mask", "Mask – face", "Draft", "Original"),
                    names);
            Picture original =
                    Picture.decode(
                            zip.getInputStream(zip.getEntry("data/layer000.png")).readAllBytes());
            assertArrayEquals(Subjects.whole().original().argb(), original.argb());
            Picture mask =
                    Picture.decode(
                            zip.getInputStream(zip.getEntry("data/layer002-mask.png"))
                                    .readAllBytes());
            assertEquals(60, mask.width());
            assertEquals(0xffffffff, mask.argb()[10]);
            assertEquals(0xff000000, mask.argb()[50]);
        }
    }

    @Test
    void aContactSheetIsWrittenBesideThePicture() {
        ExportViewModel model = model();
        model.choose(c -> c.withSteps(true).withShare(true));
        model.export(folder.resolve("a.png"));
        Path sheet = folder.resolve("a-steps.png");
        assertEquals(
                new ExportState.Done(List.of(folder.resolve("a.png"), sheet)),
                model.stateProperty().get());
        assertEquals(model.fieldsProperty().get(), XmpFile.fields(sheet));
    }

    @Test
    void whatCannotBeWrittenIsToldInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        List<ExportState> ends = new ArrayList<>();
        ExportViewModel model = model();
        model.setEnded(ends::add);
        model.export(file.resolve("below.png"));
        ExportState.Failed failed =
                assertInstanceOf(ExportState.Failed.class, model.stateProperty().get());
        assertTrue(failed.sentence().contains("cannot be written"), failed.sentence());
        assertEquals(List.of(failed), ends);
        model.export(folder.resolve("good.png"));
        assertInstanceOf(ExportState.Done.class, model.stateProperty().get(), "another try works");
    }

    /** Work waits until the test lets it run. */
    private static final class Waiting implements Jobs {
        private final Queue<Runnable> work = new ArrayDeque<>();

        @Override
        public Executor window() {
            return Runnable::run;
        }

        @Override
        public Executor background() {
            return work::add;
        }

        @Override
        public Executor drawing() {
            return Runnable::run;
        }

        @Override
        public Ongoing after(Duration pause, Runnable action) {
            return Ongoing.NOTHING;
        }
    }

    @Test
    void aStoppedExportLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        Waiting jobs = new Waiting();
        ExportViewModel model = model(jobs, Subjects.whole());
        model.export(file);
        model.export(folder.resolve("another.png"));
        assertEquals(1, jobs.work.size(), "one at a time");
        assertEquals(new ExportState.Writing(0), model.stateProperty().get());
        model.cancel();
        jobs.work.remove().run();
        assertEquals(new ExportState.Stopped(), model.stateProperty().get());
        assertEquals("old", Files.readString(file));
        model.export(file);
        jobs.work.remove().run();
        assertInstanceOf(ExportState.Done.class, model.stateProperty().get());
    }

    @Test
    void progressIsToldOnTheWay() {
        List<Double> shares = new ArrayList<>();
        ExportViewModel model = model();
        model.stateProperty()
                .subscribe(
                        s -> {
                            if (s instanceof ExportState.Writing w) {
                                shares.add(w.share());
                            }
                        });
        model.choose(c -> c.withOriginalSize(true));
        model.export(folder.resolve("a.png"));
        assertTrue(shares.size() > 20, "heard " + shares.size());
        assertEquals(shares, shares.stream().sorted().toList());
    }
}
