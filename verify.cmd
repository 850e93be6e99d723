@echo off
rem Format, static checks, tests and architecture, on Windows.
setlocal
cd /d "%~dp0"
call mvn -B -ntp verify "-Dmien.golden=%MIEN_GOLDEN%"
exit /b %ERRORLEVEL%
