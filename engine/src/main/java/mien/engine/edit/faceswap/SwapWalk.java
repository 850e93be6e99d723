package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.edit.EditException;
import mien.engine.edit.Run;
import mien.engine.face.EyeBoxes;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * DiffFace (Kim et al. 2022, arXiv:2212.13344): identity-conditional denoising, facial guidance,
 * target-preserving blending. Section numbers are those of reference diffface.md.
 *
 * <pre>{@code
 * SwapWalk walk = new SwapWalk(networks, () -> settings);
 * Picture result = walk.swap(new SwapPair(source, target, Optional.empty(), eyes), run);
 * }</pre>
 *
 * The settings are asked again at every step: weights, windows, form and mask ramp may change while
 * the walk goes on. {@link #hearing} tells what the experts say, for meters; {@link #with} brings
 * further experts.
 */
public final class SwapWalk {

    /** Streams of noise of one seed: the sampler's own is 0. */
    private static final int BACKGROUND = 1;

    private static final int VIEWS = 2;

    /** Makes an expert of ours for a target. */
    @FunctionalInterface
    public interface Further {
        /**
         * @param source [1, 3, S, S] in [−1, 1]
         * @param target [1, 3, S, S] in [−1, 1]
         */
        Expert of(NDArray source, NDArray target);
    }

    private record Named(String name, Further maker) {}

    private final SwapNetworks networks;
    private final Supplier<SwapSettings> settings;
    private final List<Named> further;
    private final FacialGuidance.Readings readings;

    /**
     * @param settings asked at the start and again at every step
     */
    public SwapWalk(SwapNetworks networks, Supplier<SwapSettings> settings) {
        this(networks, settings, List.of(), FacialGuidance.Readings.NONE);
    }

    private SwapWalk(
            SwapNetworks networks,
            Supplier<SwapSettings> settings,
            List<Named> further,
            FacialGuidance.Readings readings) {
        this.networks = networks;
        this.settings = settings;
        this.further = further;
        this.readings = readings;
    }

    /** The same walk, heard: L_k of every expert asked, at every step. */
    public SwapWalk hearing(FacialGuidance.Readings listener) {
        return new SwapWalk(networks, settings, further, listener);
    }

    /**
     * The same walk with one more expert; the settings weigh it by its name.
     *
     * @param name in {@link SwapSettings.Guiding#pulls}
     */
    public SwapWalk with(String name, Further maker) {
        List<Named> more = new ArrayList<>(further);
        more.add(new Named(name, maker));
        return new SwapWalk(networks, settings, List.copyOf(more), readings);
    }

    /**
     * The target with the source's face. Publishes what is pasted after every step.
     *
     * @throws EditException if a picture has another size than the networks read
     * @throws mien.engine.edit.Cancelled if the person cancelled
     */
    public Picture swap(SwapPair pair, Run run) {
        return swap(List.of(pair), run, faces -> shown(faces.get(0).paste(), run)).get(0);
    }

    /**
     * Several faces on one walk, each as it would come out alone. Publishes nothing by itself.
     *
     * @param pairs at least one
     * @param watching makes who looks on: x̂_0 comes as [F, 3, S, S]
     * @return what is pasted in the end, in the order of the pairs
     */
    List<Picture> swap(List<SwapPair> pairs, Run run, Function<List<FaceWalk>, Watcher> watching) {
        SwapSettings begun = settings.get();
        List<Step> steps = begun.walk().steps(networks.chain()); // t = T−1 … 0
        try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
            List<FaceWalk> faces =
                    pairs.stream().map(pair -> prepared(pair, begun, steps, run, manager)).toList();
            FaceRow row = new FaceRow(faces, run::checkCancelled);
            SamplingLoop loop =
                    new SamplingLoop(
                            new EndsAtX0(begun.walk().sampler()),
                            row.blend(),
                            row.noise(),
                            watching.apply(faces));
            List<NDArray> x0 = FaceRow.apart(run.sample(loop, row.start(), steps, row.model()));
            return IntStream.range(0, faces.size())
                    .mapToObj(i -> faces.get(i).paste().picture(x0.get(i).toFloatArray()))
                    .toList();
        }
    }

    private FaceWalk prepared(
            SwapPair pair, SwapSettings begun, List<Step> steps, Run run, NDManager manager) {
        int walk = steps.size(); // T
        long seed = pair.seed(run.settings().seed());
        NDArray source = pictured(pair.source(), "source", manager); // 1,3,S,S
        NDArray target = pictured(pair.target(), "target", manager); // 1,3,S,S
        NDArray v = Scope.freeing(() -> networks.recogniser().vectors(source)); // v_id: 1,D
        run.checkCancelled();
        Mask face = pair.face().orElseGet(() -> faceMask(target)); // M
        NDArray m = masked(face, manager); // 1,1,S,S
        run.checkCancelled();

        FacialGuidance guided =
                new FacialGuidance(
                        FaceDenoiser.of(
                                networks.unet(),
                                networks.meaning(),
                                Conditions.identity(v),
                                run::checkCancelled),
                        asking(terms(new Prepared(source, target, v, m, pair.eyes(), seed)), run),
                        walk,
                        () -> settings.get().guiding(),
                        readings);
        TargetBlend keep = // §6
                new TargetBlend(
                        target,
                        m,
                        walk,
                        noise(seed, BACKGROUND, begun),
                        () -> settings.get().blending());
        Blend beforeTheEnd = (x, s) -> s.last() ? x : keep.blend(x, s); // then it is pasted
        NDArray noise =
                Numbers.times(
                        new NoiseSource(seed).normal(manager, target.getShape()),
                        begun.walk().temperature());
        NDArray xT = Noised.at(target, noise, steps.get(0).alphaBar()); // §3, "Start"
        return new FaceWalk(
                new Paste(pair.target(), face),
                target,
                m,
                v,
                guided,
                beforeTheEnd,
                noise(seed, 0, begun),
                xT);
    }

    /**
     * Where a parser finds the face of a picture: what {@link SwapPair#face} is when it is empty.
     *
     * @return 255 on the face, 0 elsewhere
     * @throws EditException if the picture has another size than the networks read
     */
    public Mask faceMask(Picture target, Run run) {
        try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
            return faceMask(pictured(target, "target", manager));
        }
    }

    private Mask faceMask(NDArray target) {
        return parser().faceMask(target);
    }

    /** Where the face of a picture is [1, 1, S, S]. */
    private NDArray faceOf(NDArray picture) {
        return masked(faceMask(picture), picture.getManager());
    }

    private FaceParser parser() {
        return networks.parser().with(settings.get().guiding().parsing());
    }

    /** Before an expert looks, the person may have cancelled. */
    private static List<Term> asking(List<Term> terms, Run run) {
        return terms.stream().map(term -> term.after(run::checkCancelled)).toList();
    }

    /** What is known before the walk begins. */
    private record Prepared(
            NDArray source,
            NDArray target,
            NDArray v,
            NDArray m,
            Optional<EyeBoxes> eyes,
            long seed) {}

    /** The experts of §5 and those that came with {@link #with}; each is made when it is asked. */
    private List<Term> terms(Prepared p) {
        SwapSettings.Guiding begun = settings.get().guiding();
        List<Term> terms = new ArrayList<>();
        terms.add(
                new Term(
                        SwapSettings.IDENTITY,
                        () ->
                                new IdentityExpert(
                                        networks.recogniser(),
                                        p.v,
                                        p.m,
                                        step -> views(step, p.seed))));
        terms.add(
                new Term(
                        SwapSettings.PARTS,
                        () -> new ParserExpert(parser(), p.target, begun.distance())));
        if (networks.gaze().isPresent() && p.eyes.isPresent()) {
            terms.add(
                    new Term(
                            SwapSettings.GAZE,
                            () ->
                                    new GazeExpert(
                                            networks.gaze().get(),
                                            p.target,
                                            p.eyes.get(),
                                            begun.distance())));
        }
        terms.add(new Term(SwapSettings.COLOUR, () -> new ColourExpert(p.target)));
        terms.add(
                new Term(
                        SwapSettings.TONE,
                        () -> new ToneExpert(p.source, faceOf(p.source), p.target, p.m)));
        networks.pose()
                .ifPresent(
                        pose ->
                                terms.add(
                                        new Term(
                                                SwapSettings.POSE,
                                                () -> new PoseExpert(pose, p.target))));
        further.forEach(f -> terms.add(new Term(f.name, () -> f.maker.of(p.source, p.target))));
        return terms;
    }

    /** §5.1; drawn by step, so that a walk that goes on after an interruption draws the same. */
    private List<Warp> views(Step step, long seed) {
        NoiseSource random = NoiseSource.of(seed, step.timestep() + ((long) VIEWS << Integer.SIZE));
        return Augmentation.of(settings.get().guiding().copies())
                .draw(random, networks.recogniser().side());
    }

    private static Noise noise(long seed, int stream, SwapSettings begun) {
        return Noise.seeded(seed, stream).scaled(begun.walk().temperature());
    }

    private static Watcher shown(Paste paste, Run run) {
        return new Watcher() {
            @Override
            public void onStep(int done, int count, NDArray x0) {
                run.publish(done, count, () -> paste.picture(x0.toFloatArray()));
            }
        };
    }

    private NDArray pictured(Picture picture, String which, NDManager manager) {
        int size = networks.size();
        if (picture.width() != size || picture.height() != size) {
            throw new EditException(
                    "The %s has %d × %d pixels, but this model swaps faces in %d × %d: align it first."
                            .formatted(which, picture.width(), picture.height(), size, size));
        }
        return manager.create(picture.planar(Range.SIGNED), new Shape(1, 3, size, size));
    }

    private static NDArray masked(Mask face, NDManager manager) {
        byte[] levels = face.values();
        float[] m = new float[levels.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = (levels[i] & 0xff) / 255f;
        }
        return manager.create(m, new Shape(1, 1, face.height(), face.width()));
    }
}
