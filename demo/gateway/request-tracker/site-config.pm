# The configuration of an RT whose data, mails and caches are all in RT_FOLDER.
my $folder = $ENV{RT_FOLDER};
Set($rtname, 'isp.example');
Set($Organization, 'isp.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{RT_PORT});
Set($Timezone, 'UTC');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$folder/rt.sqlite");
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($CorrespondAddress, 'support@isp.example');
Set($CommentAddress, 'support-comment@isp.example');
# Nothing is sent.
Set($MailCommand, 'mbox');
$RT::VarPath = $folder;
$RT::MasonDataDir = "$folder/mason";
$RT::MasonSessionDir = "$folder/sessions";
1;
