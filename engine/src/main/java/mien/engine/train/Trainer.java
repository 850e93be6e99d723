package mien.engine.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.checkpoint.Weights;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains one network by a recipe: batches, loss, clipped AdamW, moving average, curve, sheets, and
 * a state to resume from. Masters and optimiser are float32; the network may run in bfloat16.
 *
 * @param <B> the objective's batch
 */
public final class Trainer<B> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final int REPORT_EVERY = 50;
    private static final int SHEET_EVERY = 500;
    private static final int MOST_LEFT_OUT = 4;
    private static final double SAVE_EVERY_SECONDS = 240;

    private final Recipe recipe;
    private final RunFolder folder;
    private final Precision precision;
    private final NDManager manager;
    private final Objective<B> objective;
    private final Parameters parameters;
    private int leftOut; // batches in a row
    private double hours;
    private double lastLoss;
    private Map<String, Double> heldOut = Map.of();

    /** How far a training is. */
    public record Progress(long step, long steps, double loss, double msPerStep, int people) {}

    Trainer(Recipe recipe, RunFolder folder, Objective<B> objective) {
        this.recipe = recipe;
        this.folder = folder;
        this.objective = objective;
        precision = Precision.named(recipe.optimiser().precision()).on(Devices.best());
        if (precision == Precision.FLOAT16) {
            throw new IllegalArgumentException(
                    "recipe %s: float16 loses small gradients; train in bfloat16 or float32."
                            .formatted(recipe.name()));
        }
        manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
        FreshTensors fresh = new FreshTensors(manager, recipe.seed());
        objective.build(Weights.of(fresh, Precision.FLOAT32));
        objective.constants().forEach((name, values) -> fresh.made().get(name).set(values));
        parameters = new Parameters(manager, fresh.made());
        if (folder.hasState()) {
            hours = folder.restore(parameters, manager);
            folder.known()
                    .ifPresent(
                            facts -> {
                                lastLoss = facts.loss();
                                heldOut = facts.heldOut();
                            });
            LOG.info("resumed at step {}", parameters.step());
        }
        LOG.info("{}: {} parameters, {}", recipe.name(), parameters.count(), precision.label());
    }

    /** Begins with the tensors of a file of the same network, where names and shapes agree. */
    void beginFrom(Path file) {
        try (Safetensors pack = Safetensors.open(file, manager)) {
            LOG.info("{} tensors taken from {}", parameters.begin(objective.beginning(pack)), file);
        }
    }

    /** Runs to the end of the recipe, or until told to stop; saves in between and at the end. */
    void run(BooleanSupplier stop, Consumer<Progress> watcher, People people) {
        try (BatchesAhead<B> batches = new BatchesAhead<>(recipe, objective, parameters.step())) {
            run(stop, watcher, people, batches);
        } finally {
            save();
        }
    }

    private void run(
            BooleanSupplier stop,
            Consumer<Progress> watcher,
            People people,
            BatchesAhead<B> batches) {
        Curve curve = new Curve(folder.path());
        long began = parameters.step();
        long start = System.nanoTime();
        double before = hours;
        long saved = start;
        long reported = start;
        double sum = 0;
        int counted = 0;
        while (parameters.step() < recipe.totalSteps() && !stop.getAsBoolean()) {
            Recipe.Position at = recipe.at((int) parameters.step());
            sum += step(batches, at);
            counted++;
            long now = System.nanoTime();
            hours = before + (now - start) / 3.6e12;
            long step = parameters.step();
            if (step % REPORT_EVERY == 0) {
                lastLoss = sum / counted;
                double ms = (now - reported) / 1e6 / counted;
                curve.add(step, lastLoss, ms, at.rate());
                watcher.accept(
                        new Progress(step, recipe.totalSteps(), lastLoss, ms, people.complete()));
                sum = 0;
                counted = 0;
                reported = now;
            }
            if (step % SHEET_EVERY == 0 || step == REPORT_EVERY) {
                sheet(at.stage(), step);
                curve.draw();
            }
            if (step % SHEET_EVERY == 0 && step < recipe.totalSteps()) {
                heldOut = measured();
            }
            if ((now - saved) / 1e9 > SAVE_EVERY_SECONDS) {
                save();
                saved = now;
            }
        }
        curve.draw();
        long end = parameters.step();
        if (end == recipe.totalSteps()) {
            settle();
            if (end > began) {
                heldOut = measured();
            }
        }
    }

    /** One step; the arrays it makes are freed with it. */
    @SuppressWarnings("try") // scopes collect by being open
    private double step(BatchesAhead<B> batches, Recipe.Position at) {
        int parts = at.stage().accumulate();
        double value = 0;
        for (int part = 0; part < parts; part++) {
            value += addGradient(batches.next(), 1f / parts);
        }
        try (NDScope scope = new NDScope()) {
            double norm = parameters.descend(at.rate(), recipe.optimiser());
            leftOut = Double.isFinite(norm) ? 0 : leftOut + 1;
            if (leftOut > 0) {
                missed(value);
            }
            return value;
        }
    }

    /** A batch now and then may have no gradient; it changed nothing. Several in a row end it. */
    private void missed(double loss) {
        LOG.warn("a batch after step {} is left out: loss {}", parameters.step(), loss);
        if (leftOut > MOST_LEFT_OUT || !Double.isFinite(loss)) {
            throw new IllegalStateException(
                    "the gradient after step "
                            + parameters.step()
                            + " is not a number: lower the learning rate and resume.");
        }
    }

    /**
     * Adds a share of one batch's gradient to that of the step, and returns its share of the loss.
     */
    @SuppressWarnings("try") // scopes collect by being open
    private double addGradient(B batch, float share) {
        try (NDScope scope = new NDScope();
                NDManager sub = manager.newSubManager();
                GradientCollector graph = Engine.getEngine("PyTorch").newGradientCollector()) {
            Weights weights = Weights.of(parameters.masters(), precision);
            NDArray loss = Numbers.times(objective.loss(weights, sub, batch), share);
            objective.backward(loss);
            return loss.getFloat();
        }
    }

    /** What is measured on the finished network takes its place in the moving average. */
    @SuppressWarnings("try") // scopes collect by being open
    private void settle() {
        try (NDScope scope = new NDScope();
                NDManager sub = manager.newSubManager()) {
            Map<String, NDArray> average = parameters.averageTensors();
            objective
                    .settled(Weights.of(parameters.average(), precision), sub)
                    .forEach((name, values) -> average.get(name).set(values));
        }
    }

    @SuppressWarnings("try") // scopes collect by being open
    private void sheet(Recipe.Stage stage, long step) {
        try (NDScope scope = new NDScope();
                NDManager sub = manager.newSubManager()) {
            Picture sheet =
                    objective.sheet(Weights.of(parameters.average(), precision), sub, stage);
            sheet.write(folder.sheet());
            sheet.write(folder.sheet(step));
        }
    }

    /** The figures of the moving average on people it never saw, added to those before. */
    @SuppressWarnings("try") // scopes collect by being open
    private Map<String, Double> measured() {
        try (NDScope scope = new NDScope();
                NDManager sub = manager.newSubManager()) {
            Map<String, Double> figures =
                    objective.heldOut(Weights.of(parameters.average(), precision), sub);
            folder.append(parameters.step(), figures);
            return figures;
        }
    }

    private void save() {
        folder.save(parameters, hours);
        long step = parameters.step();
        folder.write(
                new RunFolder.Facts(step, hours, recipe.picturesBefore(step), lastLoss, heldOut));
    }

    /** Writes the moving average as a file for a pack. */
    void export(Path file, ScalarType type) {
        Map<String, NDArray> shipped = new LinkedHashMap<>(parameters.averageTensors());
        shipped.keySet().removeIf(name -> !objective.ships(name));
        SafetensorsWriter.write(file, shipped, type, Map.of("recipe", recipe.name()));
    }

    @Override
    public void close() {
        objective.close();
        manager.close();
    }
}
