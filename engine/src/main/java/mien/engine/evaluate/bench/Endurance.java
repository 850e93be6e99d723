package mien.engine.evaluate.bench;

import java.util.List;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.evaluate.machine.Machine;
import mien.engine.evaluate.machine.Memory;

/** Two hundred edits in one process: whether memory stays what it was after the twentieth. */
final class Endurance implements Benchmark {

    private static final int STEPS = 8;
    private static final int SETTLED = 20;
    private static final int RUNS = 200;

    @Override
    public String name() {
        return "demo.endurance";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT)) {
            if (engine.library().preferred("relight").isEmpty()) {
                throw new Unavailable("no model for relight is installed");
            }
            Machine machine = Machine.inspected();
            DemoRelight.Edit edit = new DemoRelight.Edit(engine, STEPS);
            Times.measured(0, SETTLED, edit);
            long before = Memory.resident();
            Measurement all =
                    new Taking(name(), machine.precision(), machine.device(), machine.threads())
                            .of(() -> Times.measured(0, RUNS - SETTLED, edit));
            return all.withGrowth((double) Memory.resident() / before - 1);
        }
    }
}
