package mien.engine;

import java.nio.file.Path;
import java.util.List;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;

/** A program that edits, tells its steps, and is killed in the middle of it. */
final class KilledRun {

    static final RunSettings SETTINGS =
            RunSettings.DEFAULT
                    .withPrecision("float32")
                    .withSampler("dpm++2m")
                    .withSeed(11)
                    .withSteps(60);

    private KilledRun() {}

    /** Arguments: the folder of models, the folder of runs. */
    public static void main(String[] args) throws Exception {
        EngineOptions options =
                EngineOptions.DEFAULT
                        .withModelFolders(List.of(Path.of(args[0])))
                        .withRuns(Path.of(args[1]));
        try (Engine engine = Engine.open(options)) {
            JobStatus end = run(engine, step -> System.out.println("step " + step));
            System.out.println(end instanceof JobStatus.Done ? "done" : end.toString());
        }
    }

    /** Told of each step. */
    interface Steps {
        void step(int step);
    }

    static JobStatus run(Engine engine, Steps steps) throws Exception {
        Relight relight = (Relight) (EditSystem<?>) engine.system("relight");
        RelightSpec opened =
                engine.open(relight, Picture.filled(96, 96, 0xff8899aa), SETTINGS).get();
        RelightSpec lit = opened.withLight(opened.light().withStrength(1.5));
        return engine.start(
                        relight,
                        lit,
                        SETTINGS,
                        status -> {
                            if (status instanceof JobStatus.Running running) {
                                steps.step(running.step());
                            }
                        })
                .await();
    }
}
