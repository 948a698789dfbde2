@echo off
rem Runs the Maven version of .mvn\wrapper\maven-wrapper.properties, as mvnw does. Needs a JDK; JAVA_HOME chooses which.
setlocal
set "HERE=%~dp0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%HERE%.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="version" set "VERSION=%%b"
  if "%%a"=="sha512" set "SHA512=%%b"
)
if "%MAVEN_USER_HOME%"=="" set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "MVN_HOME=%MAVEN_USER_HOME%\wrapper\smeta\apache-maven-%VERSION%"
if exist "%MVN_HOME%\bin\mvn.cmd" goto run
set "JAVA=java"
if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java"
set "WORK=%TEMP%\smeta-mvnw-%RANDOM%"
mkdir "%WORK%"
set "ZIP="
where mvn >nul 2>nul
if %ERRORLEVEL%==0 (
  pushd "%WORK%"
  call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:%VERSION%:zip:bin" "-DoutputDirectory=%WORK%"
  popd
)
if exist "%WORK%\apache-maven-%VERSION%-bin.zip" set "ZIP=%WORK%\apache-maven-%VERSION%-bin.zip"
if "%ZIP%"=="" (
  "%JAVA%" "%HERE%.mvn\wrapper\FetchMaven.java" "%VERSION%" "%SHA512%" "%MVN_HOME%"
) else (
  "%JAVA%" "%HERE%.mvn\wrapper\FetchMaven.java" "%VERSION%" "%SHA512%" "%MVN_HOME%" "%ZIP%"
)
if not exist "%MVN_HOME%\bin\mvn.cmd" exit /b 1
rmdir /s /q "%WORK%"
:run
call "%MVN_HOME%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
