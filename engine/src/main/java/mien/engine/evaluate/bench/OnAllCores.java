package mien.engine.evaluate.bench;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many small pieces of work, all cores busy; the time reported is that of one piece. */
final class OnAllCores implements Benchmark {

    private static final int WARM_UP = 12; // until drawing and rasterising are compiled
    private static final int BATCHES = 11;

    private final String name;
    private final int pieces;
    private final Supplier<IntConsumer> preparation;

    /**
     * @param pieces how many pieces make a batch
     * @param preparation makes ready, before anything is measured, the piece of an index: safe for
     *     several threads
     */
    OnAllCores(String name, int pieces, Supplier<IntConsumer> preparation) {
        this.name = name;
        this.pieces = pieces;
        this.preparation = preparation;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> precisions() {
        return List.of("float32");
    }

    @Override
    public Measurement measure(String precision) {
        IntConsumer work = preparation.get();
        Runnable batch = () -> IntStream.range(0, pieces).parallel().forEach(work);
        return new Taking(name, precision, "cpu", Runtime.getRuntime().availableProcessors())
                .of(() -> Times.measured(WARM_UP, BATCHES, batch).per(pieces));
    }
}
