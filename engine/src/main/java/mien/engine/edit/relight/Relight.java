package mien.engine.edit.relight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Meter;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Buffers;
import mien.engine.tensor.Precision;

/**
 * DiffusionRig (Ding et al. 2023): the head is fitted, its code edited, drawn as nine buffers, and
 * the whole portrait regenerated from noise under these and the portrait's global code. Section
 * numbers are those of the project's reference of that system.
 */
public final class Relight implements EditSystem<RelightSpec> {

    private static final int LEAST_SIDE = 64;
    private static final int WARM_STEPS = 2;

    /** Made at the first use: the generated head takes a moment. */
    private static final class Head {
        static final FaceRig RIG = BuiltinHead.rig();
        static final BufferRenderer RENDERER = new BufferRenderer(RIG);
        static final List<Control<RelightSpec>> CONTROLS = RelightControls.of(RIG);
    }

    @Override
    public String id() {
        return "relight";
    }

    @Override
    public List<Control<RelightSpec>> controls() {
        return Head.CONTROLS;
    }

    @Override
    public List<Handle<RelightSpec>> handles() {
        return List.of(
                LightSphere.HANDLE,
                Where.HANDLE,
                new Handle.Pad<>("gaze", "gaze.horizontal", "gaze.vertical", false));
    }

    @Override
    public RelightSpec open(Picture portrait, Run run) {
        requireFramed(portrait);
        RelightModel model = model(run);
        HeadReader reader = run.network("estimator", Precision.FLOAT32, model::reader);
        run.checkCancelled();
        return opened(portrait, reader.read(portrait)); // §8.1
    }

    /**
     * A portrait whose head is already known, without any network.
     *
     * @param fitted the code of its head, for a face crop that is the whole picture
     */
    public RelightSpec opened(Picture portrait, FlameCode fitted) {
        float[] centre = Head.RENDERER.centre(fitted); // §8.2
        CropTransform crop = CropTransform.IDENTITY; // a framed portrait is its own face crop
        Proxy proxy = new Proxy(Head.RIG, portrait, fitted, crop);
        return RelightSpec.of(new Portrait(portrait, fitted, crop, proxy, centre));
    }

    /** The nine buffers of a spec, as the network sees them (§8.5, §8.6). */
    public Buffers buffers(RelightSpec spec, int size) {
        return Head.RENDERER.render(spec.edited(), spec.portrait().crop(), size, spec.centre());
    }

    @Override
    public Picture proxy(RelightSpec spec) {
        return spec.portrait().proxy().of(spec, Head.RENDERER);
    }

    @Override
    public Picture run(RelightSpec spec, Run run) {
        RelightModel model = model(run);
        RigNetworks rig = run.network("rig", model::networks);
        Sampler sampler = Samplers.named(run.settings().samplerOr(sampler()), run.settings().eta());
        List<Step> steps = steps(model, run);
        Buffers wanted = buffers(spec, model.size());
        Watcher watcher = shown(spec, wanted, model, run);
        return sampled(spec, run, new Sampling(model, rig, sampler, steps, wanted, watcher));
    }

    /** How one portrait is sampled. */
    private record Sampling(
            RelightModel model,
            RigNetworks rig,
            Sampler sampler,
            List<Step> steps,
            Buffers wanted,
            Watcher watcher) {}

    private Picture sampled(RelightSpec spec, Run run, Sampling s) {
        int size = s.model.size();
        try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
            NDArray buffers = // §8.5–8.6: rendered, normals, albedo
                    manager.create(s.wanted.nine(), new Shape(1, 9, size, size));
            NDArray z = s.rig.latent(spec.latentFrom(), manager); // §8.7
            Denoiser denoiser =
                    s.model
                            .diffusion()
                            .parameterisation()
                            .denoiser(
                                    (x, step) ->
                                            s.rig.noise(
                                                    x,
                                                    step.timestep(),
                                                    buffers,
                                                    z,
                                                    run::checkCancelled));
            double temperature =
                    run.settings().temperature().orElse(s.model.diffusion().temperature());
            NDArray noise = // x_T
                    run.noise()
                            .normal(manager, new Shape(1, 3, size, size))
                            .mul((float) temperature);
            Noise fresh = Noise.seeded(run.settings().seed()).scaled(temperature);
            SamplingLoop loop = new SamplingLoop(s.sampler, Blend.NONE, fresh, s.watcher);
            return picture(run.sample(loop, noise, s.steps, denoiser)); // §4.4
        }
    }

    @Override
    public Picture finished(RelightSpec spec, Picture sampled) {
        return Where.shown(spec, sampled);
    }

    @Override
    public boolean sameRun(RelightSpec a, RelightSpec b) {
        return Where.everywhere(a).equals(Where.everywhere(b));
    }

    @Override
    public List<Meter> meters() {
        return RelightMeters.ALL;
    }

    @Override
    public void warmUp(Run run) {
        RelightModel model = model(run);
        Picture grey = Picture.filled(model.size(), model.size(), 0xff808080);
        RelightSpec spec = open(grey, run);
        RigNetworks rig = run.network("rig", model::networks);
        List<Step> few = model.diffusion().chain().respaced(Respacing.even(WARM_STEPS)).denoising();
        Buffers wanted = buffers(spec, model.size());
        Sampler ddim = Samplers.named("ddim", 0);
        sampled(spec, run, new Sampling(model, rig, ddim, few, wanted, Watcher.NONE));
        proxy(spec);
    }

    @Override
    public RelightSpec untouched(RelightSpec spec) {
        return RelightSpec.of(spec.portrait());
    }

    @Override
    public SavedSpec save(RelightSpec spec) {
        return SavedRelight.saved(spec);
    }

    @Override
    public RelightSpec restore(SavedSpec saved, Picture source) {
        requireFramed(source);
        return SavedRelight.restored(saved, Head.RIG.neutral(1), f -> opened(source, f));
    }

    private static RelightModel model(Run run) {
        RelightModel model = RelightModel.of(run.pack());
        if (!model.head().equals(RelightModel.BUILTIN)) {
            throw new EditException(
                    "The model '%s' is for the head '%s', which is not installed: choose another with --model."
                            .formatted(run.pack().id(), model.head()));
        }
        return model;
    }

    /**
     * As many steps as were asked for, else as the pack's own respacing has (§4.3), on the noise
     * levels that the sampler does best on.
     */
    private List<Step> steps(RelightModel model, Run run) {
        Schedule chain = model.diffusion().chain();
        Respacing own = Respacing.parse(model.diffusion().sampling());
        RunSettings asked = run.settings();
        String named = asked.samplerOr(sampler());
        boolean ownSampler = named.equals(sampler());
        if (asked.steps().isEmpty() && ownSampler) {
            return chain.respaced(own).denoising();
        }
        int count = asked.steps().orElseGet(() -> own.timesteps(chain.size()).length);
        return Samplers.pacing(named).chain(chain, count).denoising();
    }

    private Watcher shown(RelightSpec spec, Buffers wanted, RelightModel model, Run run) {
        RelightMeters meters =
                new RelightMeters(
                        spec,
                        buffers(untouched(spec), model.size()),
                        wanted,
                        () -> run.network("estimator", Precision.FLOAT32, model::reader));
        return new Watcher() {
            @Override
            public void onStep(int done, int count, NDArray x0) {
                run.publish(done, count, () -> picture(x0), seen -> meters.of(done, count, seen));
            }
        };
    }

    private static Picture picture(NDArray x) {
        int side = (int) x.getShape().get(3);
        return Picture.ofPlanar(x.toFloatArray(), side, side, Range.SIGNED);
    }

    private static void requireFramed(Picture p) {
        if (p.width() != p.height()) {
            throw new EditException(
                    "The portrait has %d × %d pixels, but Relight needs a square one: crop it round head and shoulders."
                            .formatted(p.width(), p.height()));
        }
        if (p.width() < LEAST_SIDE) {
            throw new EditException(
                    "The portrait has only %d × %d pixels: choose one of at least %d × %d."
                            .formatted(p.width(), p.height(), LEAST_SIDE, LEAST_SIDE));
        }
    }
}
