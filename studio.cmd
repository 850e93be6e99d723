@echo off
rem Mien, from a clone, on Windows: builds when .studio\java.args is missing (delete it to build again), then opens the
rem window or, with a verb, works without one.
setlocal
cd /d "%~dp0"
where javac >nul 2>nul || (echo Mien needs a JDK, 17 or newer, and Maven on the PATH.& exit /b 2)
where mvn >nul 2>nul || (echo Mien needs Maven on the PATH.& exit /b 2)
if not exist .studio mkdir .studio
if not exist .studio\java.args (
  echo Building Mien ...
  call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package dependency:build-classpath "-Dmdep.outputFile=%CD%\.studio\classpath" -DincludeScope=runtime || exit /b 2
  powershell -NoProfile -Command "$cp = (Get-Content .studio\classpath -Raw).Trim(); $app = (Get-Item app\target\mien-app-*.jar).FullName; ('-cp \"' + ($app + ';' + $cp).Replace('\','\\') + '\"'), '-Xmx3g', '-Dai.djl.offline=true', '-DOPT_OUT_TRACKING=true', '-Dfile.encoding=UTF-8' | Set-Content -Encoding ascii .studio\java.args" || exit /b 2
)
set OMP_WAIT_POLICY=PASSIVE
rem The PyTorch library that 'studio gpu use DIR' chose; the bundled one must then be off the class path.
set MIEN_ARGS=.studio\java.args
set MIEN_USED=
set MIEN_CHOSEN=
if exist .studio\natives set /p MIEN_CHOSEN=<.studio\natives
if not defined MIEN_CHOSEN goto :start
if not exist "%MIEN_CHOSEN%\torch.dll" (
  echo The chosen PyTorch library %MIEN_CHOSEN% is gone, so edits run on the processor: 'studio gpu use DIR' chooses another, 'studio gpu use bundled' none. 1>&2
  goto :start
)
powershell -NoProfile -Command "(Get-Content .studio\java.args) -replace '[^\";]*pytorch-native-cpu[^\";]*\.jar;?', '' | Set-Content -Encoding ascii .studio\java.chosen.args" || exit /b 2
set MIEN_ARGS=.studio\java.chosen.args
set MIEN_USED="-Dmien.natives.used=%MIEN_CHOSEN:\=/%"
set PYTORCH_LIBRARY_PATH=%MIEN_CHOSEN%
set PYTORCH_VERSION=2.7.1
set PYTORCH_FLAVOR=cu128
:start
if "%~1"=="" (
  java @%MIEN_ARGS% %MIEN_USED% "-Dmien.natives=%CD%\.studio\natives" "-Dmien.models=%CD%\models" mien.app.Main
) else (
  java @%MIEN_ARGS% %MIEN_USED% "-Dmien.natives=%CD%\.studio\natives" "-Dmien.models=%CD%\models" mien.engine.cli.Main %*
)
exit /b %ERRORLEVEL%
