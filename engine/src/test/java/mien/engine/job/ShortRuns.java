package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a made-up network over ten steps, which end when and how a test wants. */
abstract class ShortRuns {

    static final int SIDE = 8;
    static final List<Step> STEPS = Schedule.linear(1000).respaced(Respacing.even(10)).denoising();

    @TempDir Path home;

    final Networks networks = new Networks();
    final JobQueue queue = new JobQueue("cpu", networks);

    @AfterEach
    void close() {
        queue.close();
        networks.close();
    }

    /** What the made-up network adds before and from a step on: the "light" of these tests. */
    record Light(float before, float after, int changed) {
        static Light always(float value) {
            return new Light(value, value, 0);
        }

        float at(Step step) {
            return STEPS.indexOf(step) < changed ? before : after;
        }
    }

    Function<Run, Picture> sampling(Light light) {
        return run -> {
            Denoiser model =
                    Parameterisation.EPSILON.denoiser(
                            (x, s) -> x.mul(0.4f).tanh().add(light.at(s)));
            try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
                Watcher shown =
                        new Watcher() {
                            @Override
                            public void onStep(int done, int count, NDArray x0) {
                                run.publish(
                                        done,
                                        count,
                                        () -> picture(x0),
                                        p -> new Readings(Map.of("step", (double) done)));
                            }
                        };
                SamplingLoop loop =
                        new SamplingLoop(
                                Samplers.named(run.settings().sampler(), run.settings().eta()),
                                Blend.NONE,
                                Noise.seeded(run.settings().seed()),
                                shown);
                NDArray start = run.noise().normal(manager, new Shape(1, 3, SIDE, SIDE));
                return picture(run.sample(loop, start, STEPS, model));
            }
        };
    }

    static Picture picture(NDArray x) {
        return Picture.ofPlanar(x.toFloatArray(), SIDE, SIDE, Range.SIGNED);
    }

    JobQueue.Request request(RunSettings settings, Beginning beginning) {
        return request(settings, beginning, Optional.empty(), "the recipe");
    }

    static JobQueue.Request request(
            RunSettings settings, Beginning beginning, Optional<RunRecord> record, String recipe) {
        return new JobQueue.Request(settings, NoPack::new, beginning, p -> recipe, record);
    }

    Job ended(JobQueue.Request request, Light light) throws InterruptedException {
        Job job = queue.start(request, sampling(light), s -> {});
        job.await();
        return job;
    }

    static int[] pixels(Job job) {
        return assertInstanceOf(JobStatus.Done.class, job.status()).result().argb();
    }

    static RunSettings with(String sampler) {
        return RunSettings.DEFAULT.withSampler(sampler).withEta(0.6).withSeed(4);
    }

    static String sentence(Job job) {
        return assertInstanceOf(JobStatus.Failed.class, job.status()).sentence();
    }

    Optional<RunRecord> untilEnd() {
        return Optional.of(new RunRecord.UntilEnd(home));
    }

    void stoppedAfter(int step, JobQueue.Request request) throws InterruptedException {
        JobQueue other = new JobQueue("cpu", networks);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Job job =
                other.start(
                        request,
                        sampling(Light.always(0.1f)),
                        status -> {
                            if (status instanceof JobStatus.Running r && r.step() == step) {
                                there.countDown();
                                awaited(closing);
                            }
                        });
        there.await();
        Thread end = new Thread(other::close);
        end.start();
        while (end.getState() != Thread.State.TIMED_WAITING) { // it waits for the worker
            Thread.onSpinWait();
        }
        closing.countDown();
        assertEquals(new JobStatus.Cancelled(), job.await());
        end.join();
    }

    static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
