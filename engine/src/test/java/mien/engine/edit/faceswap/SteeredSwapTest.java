package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.Waypoint;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.edit.TestRun;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.job.Beginning;
import mien.engine.job.Job;
import mien.engine.job.JobQueue;
import mien.engine.job.JobStatus;
import mien.engine.job.Networks;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guidance that is changed while a run goes on. */
@Timeout(120)
class SteeredSwapTest {

    private static final int CHANGED = 3; // after so many steps

    private final MadeUpSwap tiny = new MadeUpSwap();
    private final FaceSwap swap = new FaceSwap(tiny);
    private final TestRun run = new TestRun(null);
    private final Networks networks = new Networks();
    private final JobQueue queue = new JobQueue("cpu", networks);
    private final RunSettings settings = RunSettings.DEFAULT.withPrecision("float32").withSeed(3);

    @AfterEach
    void close() {
        queue.close();
        networks.close();
        run.close();
        tiny.close();
    }

    private SwapSpec spec() {
        Picture target = MadeUpSwap.picture(160, 90, 1);
        Donor donor = new Donor(MadeUpSwap.picture(32, 32, 6), "", "");
        SwapFace a = SwapFace.found(1, MadeUpSwap.landmarks(MadeUpSwap.face(45, 45, 16)));
        SwapFace b = SwapFace.found(2, MadeUpSwap.landmarks(MadeUpSwap.face(115, 45, 15)));
        return SwapSpec.of(
                target,
                List.of(a.withDonor(Optional.of(donor)), b.withDonor(Optional.of(donor))),
                SwapGuidance.DEFAULT);
    }

    private static SwapSpec calmer(SwapSpec spec) {
        return spec.withGuidance(
                spec.guidance()
                        .with(SwapSettings.IDENTITY, Pull.of(500))
                        .with(spec.guidance().blending().from(0.1)));
    }

    private JobQueue.Request request(Beginning beginning) {
        return new JobQueue.Request(
                settings, () -> null, beginning, pack -> "recipe", Optional.empty());
    }

    private Function<Run, Picture> running(SwapSpec spec) {
        return run -> swap.run(spec, run);
    }

    /** A run in which the settings themselves change between two steps. */
    private List<Picture> reference(SwapSpec before, SwapSpec after) {
        Walk walk = new Walk(MadeUpSwap.CHAIN, 2, new Ddpm(), 1);
        run.with(settings);
        SwapWalk changing =
                new SwapWalk(
                        tiny.tools(run, Statistics.RUNNING).networks(),
                        () -> {
                            SwapSpec now = run.published.size() < CHANGED ? before : after;
                            return new SwapSettings(
                                    walk, now.guidance().heard(), now.guidance().blending());
                        });
        List<SwapPair> pairs =
                before.swapped().stream()
                        .map(
                                f ->
                                        SwapTarget.of(
                                                        f,
                                                        before,
                                                        tiny.tools(run, Statistics.RUNNING),
                                                        run)
                                                .pair(before))
                        .toList();
        return changing.swap(
                pairs,
                run,
                faces ->
                        new Watcher() {
                            @Override
                            public void onWaypoint(Supplier<Waypoint> w) {
                                if (w.get().done() > 0) {
                                    run.publish(1, 1, () -> before.source());
                                }
                            }
                        });
    }

    @Test
    void aChangeActsFromTheNextStepOnForEveryFace() throws InterruptedException {
        SwapSpec before = spec();
        SwapSpec after = calmer(before);
        Job[] jobs = new Job[2];
        CountDownLatch known = new CountDownLatch(1);
        jobs[0] =
                queue.start(
                        request(Beginning.NOISE),
                        running(before),
                        status -> {
                            awaited(known);
                            if (status instanceof JobStatus.Running r && r.step() == CHANGED) {
                                Beginning there = new Beginning.Onwards(jobs[0].film());
                                jobs[1] =
                                        queue.steer(
                                                jobs[0], request(there), running(after), s -> {});
                            }
                        });
        known.countDown();
        assertEquals(new JobStatus.GaveWay(), jobs[0].await());
        JobStatus end = jobs[1].await();
        Picture strip = assertInstanceOf(JobStatus.Done.class, end).result();
        assertEquals(reference(before, after), opaque(strip));
        assertNotEquals(opaque(swap.run(before, run.with(settings))), opaque(strip));
        assertEquals(6, jobs[1].film().readings().size(), "its meters know the steps before, too");
    }

    private static List<Picture> opaque(Picture strip) {
        return SwapStrip.portraits(strip);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
