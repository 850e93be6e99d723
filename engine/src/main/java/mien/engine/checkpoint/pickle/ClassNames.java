package mien.engine.checkpoint.pickle;

import java.util.Map;
import mien.engine.checkpoint.pickle.PickleValue.GlobalName;

/** The names that Python's and its libraries' modules had before they moved. */
final class ClassNames {

    private static final Map<String, String> MOVED =
            Map.of(
                    "__builtin__", "builtins",
                    "copy_reg", "copyreg",
                    "numpy._core.multiarray", "numpy.core.multiarray",
                    "numpy._core.numeric", "numpy.core.numeric",
                    "scipy.sparse._csc", "scipy.sparse.csc",
                    "scipy.sparse._csr", "scipy.sparse.csr",
                    "scipy.sparse._coo", "scipy.sparse.coo",
                    "torch._tensor", "torch.tensor");

    private ClassNames() {}

    /** Module and name, whatever the version that wrote the pickle. */
    static String current(GlobalName global) {
        return MOVED.getOrDefault(global.module(), global.module()) + "." + global.name();
    }
}
