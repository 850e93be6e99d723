package mien.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Experience;
import mien.engine.job.Forecast;
import mien.engine.job.Job;
import mien.engine.job.JobQueue;
import mien.engine.job.JobStatus;
import mien.engine.job.Networks;
import mien.engine.job.RunRecord;
import mien.engine.model.ModelLibrary;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door: the studio and the command line see the editing systems through it alone. Opening is
 * quick and loads nothing; calls come back at once and may come from any thread.
 *
 * <p>Close it once at the end: jobs are cancelled and all weights are freed.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** How many interrupted runs wait for somebody to go on with them. */
    private static final int INTERRUPTED = 8;

    private final Catalog catalog;
    private final Optional<Path> runs;
    private volatile ModelLibrary library;
    private final Networks networks = new Networks();
    private final Map<String, JobQueue> queues = new HashMap<>(); // by worker
    private final RunRecipe recipe = new RunRecipe();
    private final Foresight foresight;
    private final Set<String> warmed = ConcurrentHashMap.newKeySet();
    private final boolean warms;
    private volatile boolean held;
    private boolean closed;

    private Engine(Catalog catalog, ModelLibrary library, EngineOptions options) {
        this.catalog = catalog;
        this.library = library;
        this.runs = options.runs();
        this.warms = options.warmUp();
        this.foresight =
                new Foresight(new Experience(options.experience()), networks, () -> this.library);
    }

    public static Engine open(EngineOptions options) {
        ModelLibrary library =
                options.modelFolders().map(ModelLibrary::of).orElseGet(ModelLibrary::standard);
        library.problems().forEach(LOG::warn);
        Engine engine = new Engine(Catalog.standard(), library, options);
        options.runs().ifPresent(folder -> RunRecord.prune(folder, INTERRUPTED));
        engine.systems().stream().findFirst().ifPresent(engine::warmUp); // the room it begins in
        return engine;
    }

    /**
     * All editing systems, in the order of the studio's rooms; also those without an installed
     * model.
     */
    public List<EditSystem<?>> systems() {
        return catalog.systems();
    }

    /**
     * The system of an id.
     *
     * @throws EditException if there is none
     */
    public EditSystem<?> system(String id) {
        return catalog.system(id);
    }

    /** The installed models as they were when they were read last. */
    public ModelLibrary library() {
        return library;
    }

    /** Reads the folders of models again; jobs that start later find what is there now. */
    public ModelLibrary reread() {
        library = library.refreshed();
        return library;
    }

    /**
     * Opens a picture in the background: the spec holds the values found in it.
     *
     * @return completes exceptionally with {@link EditException}, whose message is for people;
     *     cancelling it ends the work
     */
    public <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings) {
        CompletableFuture<S> opened =
                queue(settings.device())
                        .ask(request(system, settings), run -> system.open(picture, run));
        warmUp(system); // behind it
        return opened;
    }

    /**
     * Starts an edit in the background.
     *
     * @param listener told of every status on the worker's thread; it must return at once (see
     *     {@link Job})
     */
    public <S extends EditSpec> Job start(EditOrder<S> order, Consumer<JobStatus> listener) {
        return queue(order.settings().device())
                .start(request(order), edit(order), foresight.watched(order, listener));
    }

    /**
     * Changes an edit while it goes on: it ends after its step without a word of a cancel, and the
     * changed one goes on from there. The result is that of a run that was changed at that step; it
     * can be branched from, and gone on with after an interruption, like any other. If the running
     * one has not begun or is done by then, the changed one begins with noise.
     *
     * @param running an edit of this engine; its last status becomes {@link JobStatus.GaveWay}
     * @param changed the same system, picture and settings with a spec that {@link
     *     EditSystem#steers} allows; where it begins is not looked at
     */
    public <S extends EditSpec> Job steer(
            Job running, EditOrder<S> changed, Consumer<JobStatus> listener) {
        EditOrder<S> order = changed.from(new Beginning.Onwards(running.film()));
        return queue(order.settings().device())
                .steer(running, request(order), edit(order), foresight.watched(order, listener));
    }

    private static <S extends EditSpec> Function<Run, Picture> edit(EditOrder<S> order) {
        return run -> order.system().run(order.spec(), run);
    }

    private <S extends EditSpec> JobQueue.Request request(EditOrder<S> order) {
        EditSystem<S> system = order.system();
        RunSettings settings = order.settings();
        return new JobQueue.Request(
                settings,
                () -> library.choose(system.id(), settings.model()),
                order.beginning(),
                pack -> recipe.of(system, order.spec(), settings, pack),
                order.record().or(() -> runs.map(RunRecord.UntilEnd::new)));
    }

    /** An edit from noise. */
    public <S extends EditSpec> Job start(
            EditSystem<S> system, S spec, RunSettings settings, Consumer<JobStatus> listener) {
        return start(new EditOrder<>(system, spec, settings), listener);
    }

    /** No further edit begins until {@link #release}; pictures are still opened. */
    public void hold() {
        held = true;
        open().forEach(JobQueue::hold);
    }

    /** Edits begin again. */
    public void release() {
        held = false;
        open().forEach(JobQueue::release);
    }

    public boolean held() {
        return held;
    }

    /**
     * Frees all weights as soon as the running edits have ended; later ones load them again.
     *
     * @return completes when the memory is free
     */
    public CompletableFuture<Void> releaseMemory() {
        return CompletableFuture.allOf(
                open().stream().map(JobQueue::releaseNetworks).toArray(CompletableFuture[]::new));
    }

    /**
     * What an edit will probably take, as far as it is known from the runs before; not for the
     * middle of a frame.
     */
    public Forecast forecast(EditOrder<?> order) {
        return foresight.forecast(order);
    }

    /** The same in a way that needs less memory; empty where there is none. */
    public Optional<RunSettings> smaller(RunSettings settings) {
        return Thrift.smaller(settings);
    }

    /** The edits that wait, of each device the next first. */
    public List<Job> waiting() {
        return open().stream().flatMap(q -> q.waiting().stream()).toList();
    }

    /**
     * Puts a waiting edit at a place among those that wait for its device, 0 being the next.
     *
     * @return whether it still waited
     */
    public boolean move(Job job, int place) {
        return open().stream().anyMatch(q -> q.move(job, place));
    }

    private synchronized List<JobQueue> open() {
        return List.copyOf(queues.values());
    }

    /** Once for each system, if it has a model. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is all that is wanted
    private void warmUp(EditSystem<?> system) {
        if (!warms || library.preferred(system.id()).isEmpty() || !warmed.add(system.id())) {
            return;
        }
        queue(RunSettings.DEFAULT.device())
                .ask(
                        request(system, RunSettings.DEFAULT),
                        run -> {
                            system.warmUp(run);
                            return system;
                        })
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.warn(
                                        "{} could not be warmed up: {}",
                                        system.id(),
                                        failure.getMessage());
                            }
                        });
    }

    private JobQueue.Request request(EditSystem<?> system, RunSettings settings) {
        return new JobQueue.Request(settings, () -> library.choose(system.id(), settings.model()));
    }

    private synchronized JobQueue queue(String device) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        return queues.computeIfAbsent(worker(device, Devices.nvidiaGpus() > 0), this::worker);
    }

    /**
     * The one worker of a device. Without a GPU everything is the processor's, also what asks for
     * one and is refused there; with a GPU everything is its worker's but what asks for the
     * processor. PyTorch is not asked, since loading it takes a second.
     */
    static String worker(String device, boolean gpu) {
        return gpu && !device.equals("cpu") ? "auto" : "cpu";
    }

    private JobQueue worker(String device) {
        JobQueue queue = new JobQueue(device, networks);
        if (held) {
            queue.hold();
        }
        return queue;
    }

    /**
     * Cancels all jobs, waits for the running one to end (within one step) and frees all weights. A
     * worker that is still busy after a while keeps them until it ends, on its own thread: weights
     * must not go while the library computes with them.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is all that is wanted
    public void close() {
        List<JobQueue> ending;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            ending = List.copyOf(queues.values());
            queues.clear();
        }
        ending.forEach(JobQueue::close);
        CompletableFuture.allOf(
                        ending.stream().map(JobQueue::ended).toArray(CompletableFuture[]::new))
                .thenRun(networks::close);
    }
}
