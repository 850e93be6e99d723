package mien.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress;
import mien.app.edit.Shown;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.shell.StudioApp;
import mien.app.text.Saying;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/**
 * Opens the studio's window, lets a slider come to rest again and again, and writes what it
 * measured as JSON: {@code startup.window} from the start of the machine to the first frame, {@code
 * slider.first-preview} from the rest to the first x̂₀ on the screen, {@code cancel.idle} from
 * Cancel to the end of the run, and {@code frame.ui-work} what the window's thread works for a
 * frame while a picture forms.
 *
 * <p>Some moves warm up first. Arguments: FILE [MOVES [STEPS]]. Exit code 0, or 2 if the window has
 * nothing to edit.
 */
public final class WindowBench {

    private static final int MOVES = 20;
    private static final int WARM_UP = 3; // moves that are made but not measured
    private static final int WHOLE = 5; // runs that are not cancelled
    private static final int STEPS = 20;
    private static final int BAD = 2;

    private WindowBench() {}

    public static void main(String[] args) throws IOException {
        awayFromThePerson();
        Application.launch(Measured.class, args);
    }

    /** With settings as they come, and nothing left among the person's unsaved work. */
    static void awayFromThePerson() throws IOException {
        Path folder = Files.createTempDirectory("mien-bench");
        System.setProperty(StateFolder.FOLDER, folder.resolve("state").toString());
        System.setProperty(PreferenceFile.FOLDER, folder.resolve("config").toString());
        PreferenceFile.standard().save(Preferences.DEFAULT.withTourSeen(true));
    }

    /** The studio, and somebody who moves a slider. */
    public static final class Measured extends StudioApp {

        private Report report;
        private int moves = MOVES;
        private int done;
        private double[] millis;
        private final List<Double> stops = new ArrayList<>();
        private final FrameWork frames = new FrameWork();
        private long settled;
        private long cancelled;
        private int whole;
        private boolean waiting;
        private boolean framed;

        @Override
        public void start(Stage stage) {
            List<String> args = getParameters().getUnnamed();
            report = new Report(Path.of(args.get(0)));
            moves = args.size() > 1 ? Integer.parseInt(args.get(1)) : MOVES;
            int steps = args.size() > 2 ? Integer.parseInt(args.get(2)) : STEPS;
            millis = new double[WARM_UP + moves];
            super.start(stage);
            window().scene().addPostLayoutPulseListener(this::pulsed);
            window().image().whenShown(this::shown);
            studio().editProperty().subscribe(e -> e.ifPresent(edit -> begin(edit, steps)));
            studio().problemProperty().subscribe(p -> p.map(Saying::english).ifPresent(this::fail));
        }

        private void pulsed() {
            if (!framed) {
                framed = true;
                long since =
                        System.currentTimeMillis()
                                - ManagementFactory.getRuntimeMXBean().getStartTime();
                report.add("startup.window", since);
            }
        }

        private void fail(String sentence) {
            System.err.println(sentence);
            System.exit(BAD);
        }

        private <S extends EditSpec> void begin(EditViewModel<S> edit, int steps) {
            edit.choose(edit.settingsProperty().get().withSteps(steps));
            edit.progressProperty().subscribe(p -> next(edit, p));
        }

        /** Moves the slider once the run before has ended. */
        private <S extends EditSpec> void next(EditViewModel<S> edit, Progress progress) {
            if (progress.phase() == Progress.Phase.STOPPED && cancelled > 0) {
                stops.add((System.nanoTime() - cancelled) / 1e6);
            }
            if (progress.phase() == Progress.Phase.DONE && done == millis.length) {
                ended();
            }
            boolean idle =
                    progress.phase() == Progress.Phase.READY
                            || progress.phase() == Progress.Phase.STOPPED
                            || progress.phase() == Progress.Phase.DONE;
            if (idle && !waiting) {
                waiting = true;
                studio().jobs().after(Duration.ofMillis(300), () -> move(edit));
            }
        }

        /** A run came to its end. */
        private void ended() {
            waiting = false;
            whole++;
            if (whole == WHOLE) {
                window().scene().removePostLayoutPulseListener(frames);
                report.add("slider.first-preview", Arrays.copyOfRange(millis, WARM_UP, done));
                report.add(
                        "cancel.idle", stops.stream().mapToDouble(Double::doubleValue).toArray());
                report.add("frame.ui-work", frames.millis());
                report.write();
                System.exit(0);
            }
        }

        private <S extends EditSpec> void move(EditViewModel<S> edit) {
            Optional<Control.Slider<S>> slider =
                    edit.system().controls().stream()
                            .flatMap(c -> asSlider(c).stream())
                            .findFirst();
            slider.ifPresent(
                    s -> {
                        double to =
                                s.scale().min()
                                        + (s.scale().max() - s.scale().min())
                                                * (0.3 + 0.02 * ((done + whole) % 20));
                        edit.preview(s.with(edit.spec(), to));
                        settled = System.nanoTime();
                        edit.settle();
                    });
        }

        private static <S> Optional<Control.Slider<S>> asSlider(Control<S> control) {
            return control instanceof Control.Slider<S> slider
                    ? Optional.of(slider)
                    : Optional.empty();
        }

        /**
         * A picture is in the buffer: if it is the first step of a run, the next pulse brings it to
         * the screen.
         */
        private void shown(Picture picture) {
            Optional<EditViewModel<?>> edit = studio().editProperty().get();
            boolean step =
                    edit.map(e -> e.shownProperty().get())
                            .filter(
                                    s ->
                                            s.kind() == Shown.Kind.STEP
                                                    && s.picture().argb() == picture.argb())
                            .isPresent();
            if (waiting && step && done < millis.length) {
                waiting = false;
                window().scene().addPostLayoutPulseListener(new FirstPulse(edit.get()));
            }
        }

        private final class FirstPulse implements Runnable {
            private final EditViewModel<?> edit;

            FirstPulse(EditViewModel<?> edit) {
                this.edit = edit;
            }

            @Override
            public void run() {
                window().scene().removePostLayoutPulseListener(this);
                millis[done++] = (System.nanoTime() - settled) / 1e6;
                if (done == millis.length) {
                    window().scene().addPostLayoutPulseListener(frames);
                }
                cancelled = System.nanoTime();
                edit.cancel();
            }
        }
    }
}
