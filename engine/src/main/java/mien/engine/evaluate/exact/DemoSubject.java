package mien.engine.evaluate.exact;

import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.job.JobStatus;
import mien.engine.picture.Range;
import mien.engine.tensor.Precision;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/** A whole edit with the installed pack, through an engine that is opened for it. */
final class DemoSubject {

    private static final long PERSON = 1_000_007;
    private static final int SIDE = 128;
    private static final RunSettings SETTINGS = RunSettings.DEFAULT.withSeed(5);

    private DemoSubject() {}

    /** With the pack a person has installed. */
    static Subject relight() {
        return relight("demo.relight", EngineOptions.DEFAULT, 20);
    }

    static Subject relight(String name, EngineOptions options, int steps) {
        return new Subject(
                name,
                "an edit with the installed pack, 8-bit picture; DDIM, %d steps".formatted(steps),
                true,
                precision -> edited(options, SETTINGS.withSteps(steps), precision));
    }

    private static float[] edited(
            EngineOptions options, RunSettings settings, Precision precision) {
        try (Engine engine = Engine.open(options)) {
            Identity who = Identity.of(PERSON);
            Portrait person = DrawnPeople.render(who, Look.of(who, 0), SIDE);
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = relight.opened(person.picture(), person.code());
            RelightSpec turned = opened.withHead(opened.head().withYaw(15));
            JobStatus end =
                    engine.start(
                                    relight,
                                    turned,
                                    settings.withPrecision(precision.label()),
                                    status -> {})
                            .await();
            if (end instanceof JobStatus.Done done) {
                return done.result().planar(Range.SIGNED);
            }
            throw new IllegalStateException("the edit did not end well: " + end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
